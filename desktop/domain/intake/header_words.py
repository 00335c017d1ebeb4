"""Words over the columns of lists, in Russian, Tajik, Uzbek, Kazakh, Kyrgyz, English, French.

Phrases are separated by commas and compared folded, so that one spelling stands for Latin and
Cyrillic. A star ends a beginning ("рожд*" is рождения, рожд., рождён); an equals sign asks for
the whole heading; a plus adds a second meaning of the same cells.
"""

from desktop.domain.intake.fields import Field

HEADER_WORDS: dict[Field, str] = {
    Field.RUNNING_NUMBER: """no по списку, порядковый no, порядковый*, =р/с no, =т/р no, =р/т no,
        =t/r no, =no по порядку, =no пункта, no строки, =раками тартиби, =no, =n, =№ п/п, =п/п,
        =пп, =no п п, =№ пп, =нпп, =н п п, =№ по порядку, номер по порядку, порядковый номер,
        =номер, =nomer, =т/р, =t/r, =р/т, =р/с, =к/с, =r/t, =тр, =рақам, =рақами тартибӣ, рақами
        тартиб*, tartib raqami, =n п/п, =s no, =sr no, =sl no, =serial, serial no, =nr, =num,
        =numéro, =numéro d'ordre, =n ordre, no d'ordre, =ordre, =id no, рет саны, =реттік, =катар
        номери, line no, =number, =row, =item""",
    Field.REGISTRATION: """case id, case number, individual number, application no, beneficiary
        id, рег номер, рег no, регистрационн*, registration no, registration number, reg no, reg
        number, =registration, рақами бақайдгирӣ, бақайдгирӣ, ro'yxat raqami, no
        d'enregistrement, n enregistrement, enregistrement, тіркеу, =id, =код, =code, =шифр,
        person id, individual id, case no, case number, no дела, номер дела, номер заявки, номер
        анкеты, no анкеты""",
    Field.FULL_NAME: """=names, список граждан, список пассажир*, =имена, фио, ф и о, ф и, =ф и о,
        фамилия имя отчество, фамилия имя от*, фамил* имя, фамилия и о, фамилия и, имя фамилия, имя
        фамилия отчество, полное имя, фамилия инициалы, ному насаб*, номи насаб, ном насаб, насаб
        ном, насабу ном, насаб ном номи падар, насаб ном ном падар, ннп, н н п, f i sh, ф и ш, фиш,
        fish, f i o, familiya* ism*, familiya* ism* sharif*, familiya* ism* otasining ismi, ism*
        familiya* otasining ismi, ism* familiya* sharif*, =ism sharif, to'liq ism*, f i sh i, full
        name, name surname, surname name, names surname, family name given name*, last name first
        name, first name last name, complete name, passenger* name, name passenger*, =passenger,
        =passengers, =patient*, patient name, beneficiary, =person, =name of person, nom prénom*,
        prénom* nom, nom complet, =passager, nom postnom prénom, аты жөні, аты жөн*, т а ә, таә,
        тегі аты, тегі аты әкесінің аты, аты тегі, ф а а, фамилиясы аты, =пассажир*, =граждане,
        =гражданин, =мусофир*, =yo'lovchi*, =шахс, =лицо, =человек, =имена фамилии, ф и о на
        кириллице, =фамилия и инициалы, имя отчество фамилия, фамилия ва ном, =шаҳрвандон,
        =шаҳрванд, =инсон, участник""",
    Field.FAMILY_NAME: """family name surname, surname family name, last name surname, surname
        last name, фамилия насаб, фамил*, насаб*, familiya*, surname*, last name*, lastname,
        family name*, nom de famille, nom famille, тегі, тек, фамилиясы""",
    Field.GIVEN_NAMES: """имя, имени, имена, name, names, ном, номи, nom, ism, ismi, исми, исм,
        given name*, given, first name*, firstname, forename*, prénom*, аты, ат, ысымы, имя
        отчество +patronymic, имя и отчество +patronymic, ismi sharifi +patronymic, ismi
        otasining ismi +patronymic, ном номи падар +patronymic, аты әкесінің аты +patronymic""",
    Field.PATRONYMIC: """отчеств*, номи падар*, ном падар*, насаби падар, исми падар, sharif*,
        otasining ismi, ота исми, отасининг исми, middle name*, father name, fathers name, father
        s name, name of father, nom du père, nom pere, patronym*, әкесінің аты, атасынын аты, имя
        отца, падар, postnom""",
    Field.BIRTH_DATE: """дата рожд*, год рожд*, день рожд*, рожден*, рожд, д р, др, =дата р,
        число месяц год рожд*, д рожд*, г р, гр, год р, дата рождения год, датарождения, санаи
        таваллуд*, соли таваллуд*, солу таваллуд*, рӯзи таваллуд*, рӯз моҳ сол* таваллуд*, рӯзу
        моҳу сол* таваллуд*, таваллуд*, тавалуд*, сана таваллуд, соли тав, с т, tug'ilgan sana*,
        tug'ilgan yil*, tug'ilgan kun*, tug'ilgan, tug'ilgan kuni oyi yili, t s, тугилган сана*,
        тугилган йил*, date of birth, birth date, birthdate, birth day, birthday, dob, d o b,
        born, year of birth, date birth, birth, yob, date naissance, date de naissance,
        naissance, né le, née le, né e le, ddn, année naissance, туған күн*, туған жыл*, туған,
        туған күні айы жылы, туулган күн*, туулган жыл*, рожденье, дата место рожд* +birth_place,
        место дата рожд* +birth_place, число и место рожд* +birth_place, сана ва ҷои таваллуд
        +birth_place, date place of birth +birth_place, date lieu naissance +birth_place,
        tug'ilgan sana* joyi +birth_place, дата рожд* возраст +age, год рожд* возраст +age""",
    Field.BIRTH_DAY: "=число, =день, =рӯз, =рузи, =kun, =kuni, =day, =jour, =күн, =күні, =дд",
    Field.BIRTH_MONTH: "=месяц, =мес, =моҳ, =моҳи, =oy, =oyi, =month, =mois, =ай, =айы, =мм",
    Field.BIRTH_YEAR: """=год, =сол, =соли, =yil, =yili, =йили, =year, =année, =an, =жыл, =жылы,
        =гггг""",
    Field.BIRTH_PLACE: """место рожд*, ҷойи таваллуд, ҷои таваллуд, маҳалли таваллуд, tug'ilgan
        joy*, tug'ilgan manzil*, тугилган жой*, place of birth, birth place, birthplace, pob,
        lieu naissance, lieu de naissance, туған жер*, туулган жер*, город рожд*, страна рожд*,
        уроженец*, зодгоҳ""",
    Field.AGE: """возраст, лет, полных лет, кол во лет, син, синну сол, синнусол, синни, yoshi,
        yosh, ёши, ёш, age, âge, жасы, жас, жаш, жашы, age years""",
    Field.SEX: """пол, ҷинс*, чинс*, jinsi, jins, жинси, sex, gender, sexe, genre, жынысы, жыныс,
        м ж, муж жен, мужской женский, пол м ж, m f, h f, э а, m j, мард зан, sex m f""",
    Field.NATIONALITY: """гражданство, гражданств*, подданство, шаҳрвандӣ,
        шаҳрвандии, табаият, fuqarolig*, фуқаролиг*, citizenship, nationality, nationalité,
        citoyenneté, азаматтығы, азаматтық, жарандыгы, страна, страна гражданства, государство,
        давлат, davlat, davlati, country, pays, гр во, гражд во, гражд, country of citizenship,
        национальность, миллат, millat*, ұлты, улуту""",
    Field.DOCUMENT: """паспорт*, no паспорт*, паспорт no, номер паспорт*, паспорт номер, серия
        номер паспорт*, паспорт серия номер, серия no паспорт*, паспорт серия no, серия номер,
        серия no, паспортн* данн*, данные паспорт*, паспорт данные, документ*, номер документ*,
        документ no, no документ*, дул, документ удостоверяющий личность, реквизиты документ*, уд
        личн*, удостоверение, удостоверение личности, no удостоверен*, загранпаспорт*, загран
        паспорт*, загран*, з п, шиноснома*, рақами шиноснома*, силсила рақами шиноснома*,
        шиноснома no, силсила ва рақами ҳуҷҷат, ҳуҷҷат*, рақами ҳуҷҷат*, pasport*, pasport
        raqam*, pasport seriya* raqam*, pasport ma'lumot*, хорижий паспорт, hujjat*, hujjat
        raqam*, passport*, passport no, passport number, passport details, ppt no, ppt, travel
        document*, travel document no, document no, document number, document*, doc no, doc
        number, id document, id number, identity document, id card*, identity card*, passeport*,
        no passeport, numéro passeport, numéro de passeport, n passeport, pièce d'identité, pièce
        identité, document de voyage, carte d'identité, төлқұжат*, төлқұжат нөмірі, паспорт
        нөмірі, құжат*, жеке куәлік, свид* возвращен*, шаҳодатномаи бозгашт, certificate of
        return, laissez passer, паспорт кем выдан +authority +issued, паспорт кем когда выдан
        +authority +issued, паспорт когда кем выдан +authority +issued, паспорт no кем когда
        выдан +authority +issued, паспорт дата выдачи +issued, паспорт no дата выдачи +issued,
        паспорт срок +expires, паспорт срок действия +expires, паспорт действителен до +expires,
        паспорт no срок действия +expires, документ срок действия +expires""",
    Field.DOCUMENT_SERIES: """=серия, серия паспорт*, паспорт серия, серия документ*, =сер,
        =силсила, силсила* шиноснома*, =seriya*, =серияси, pasport seriya*, =series, =série,
        passport series, сериясы""",
    Field.DOCUMENT_KIND: """вид документ*, тип документ*, наименование документ*, название
        документ*, навъи ҳуҷҷат, намуди ҳуҷҷат, hujjat tur*, hujjat nomi, document type, type of
        document, doc type, type document, type de document, nature document, құжат түрі, =вид,
        =тип документа, =док""",
    Field.BIRTH_CERTIFICATE: """свид* рожд*, св во рожд*, свидетельств*, метрика, шаҳодатномаи
        таваллуд, шаҳодатнома*, tug'ilganlik* guvohnoma*, guvohnoma*, метрик*, birth
        certificate*, birth cert*, acte naissance, acte de naissance, extrait naissance, туу
        туралы куәлік, туулгандыгы күбөлүк, =с о р, с р""",
    Field.PERSONAL_NUMBER: """иин, инн, пинфл, пинпп, jshshir, жшшир, рма, жсн, пин, pin, pinfl,
        personal number, personal no, персональный номер, личный номер, идентификационный номер,
        numéro personnel, рақами мушаххас*, shaxsiy raqam*, жеке нөмір*, снилс, national id, tin,
        рақами миллӣ""",
    Field.ISSUED: """дата выдач*, выдан, выдано, когда выдан*, дата выд*, выдача, санаи додашуда,
        санаи дода*, додашуда, рӯзи додашуда, berilgan sana*, berilgan vaqti, берилган сана*,
        berilgan kun*, issued on, issue date, date of issue, issued, issuance, doi, délivré le,
        date délivrance, date de délivrance, délivrance, délivré, date d'émission, берілген күн*,
        берилген күн*, действ* с, дата паспорт*, valid from""",
    Field.EXPIRES: """срок действ*, срок, действ* до, действителен, действителен до, действует
        до, годен до, годен, дата окончания, окончание срока, истекает, дата истечения, срок
        паспорт*, срок годности, срок до, =до, =до какого, паспорт до, эътибор*, эътибор дорад
        то, муҳлат*, мӯҳлат*, =то, мӯҳлати эътибор, эътибораш то, amal qilish muddat*, muddat*,
        амал қилиш муддат*, =gacha, амал килиш муддат*, expiry, expiry date, date of expiry,
        expires, expiration*, expires on, valid until, valid to, validity, valid till, doe, date
        d'expiration, expiration, expire le, valable jusqu'au, valable, valide, validité, fin de
        validité, жарамдылық*, мерзімі, қолданылу мерзімі, jarayon muddati, дата оконч*, действ
        до""",
    Field.AUTHORITY: """кем выдан*, орган выдавший, орган выдач*, выдавший орган, кем, место выдач*,
        аз ҷониби кӣ дода шудааст, додааст, кӣ додааст, мақоми додааст, kim tomonidan berilgan,
        kim bergan, ким томонидан берилган, issued by, issuing authority, authority, place of issue,
        délivré par, autorité, lieu délivrance, кім берген, ким тарабынан берилген,
        кем когда выдан* +issued, когда кем выдан* +issued, дата выдач* кем выдан* +issued,
        kim tomonidan qachon berilgan +issued, delivre par le +issued""",
    Field.REGION: """область прожив*, область жительства, регион прожив*, вилояти зист, область
        регион, домашний регион, регион возвращения, область возвращения, область, регион,
        вилоят*, viloyat*, region, province, région, облыс*, oblast, обл, край, velayat""",
    Field.DISTRICT: """район прожив*, город прожив*, район жительства, ноҳияи зист, район
        возвращения, населенный пункт, район*, ноҳия*, нохия*, tuman*, district*, аудан*, raion,
        rayon, город район, район город, шаҳр ноҳия, шаҳру ноҳия, ноҳия шаҳр, shahar tuman, tuman
        shahar, город, шаҳр, шаҳри, шаҳру, шаҳр ё ноҳия, shahar, city, ville, қала, шаар, city
        district, arrondissement""",
    Field.ADDRESS: """адрес*, место жительств*, место прожив*, место регистрац*, место прописки,
        прописк*, домашний адрес, адрес прожив*, адрес регистрац*, адрес места жительства, адрес в
        таджикистане, адрес на родине, постоянн* место жительства, постоянный адрес, куда следует,
        куда, куда направляется, место назнач*, пункт назнач*, конечн* пункт*, назначение, место
        следования, суроға*, истиқомат*, ҷойи истиқомат, ҷои истиқомат, ҷойи зист, ҷои зист,
        маҳалли зист, макони зист, ҷои зисташ, сурога*, manzil*, yashash joy*, yashash manzil*,
        yashash, turar joy*, турар жой*, doimiy manzil*, borar joyi, borish joyi, manzili, яшаш
        жойи, яшаш манзил*, address*, home address, place of residence, residence, destination*,
        place of destination, final destination, going to, adresse*, domicile, lieu résidence, lieu
        de résidence, résidence, мекенжай*, мекен жайы, тұрғылықты*, дарек*, жашаган жери, баратын
        жері, область район, область город район, регион район, вилоят ноҳия, вилояту ноҳия,
        viloyat tuman, region district, région district, область район город, вилоят шаҳр ноҳия, ба
        куҷо, ба куҷо меравад, место возвращения, ҷойи бозгашт, адрес телефон +phone, адрес и
        телефон +phone, адрес контакт* +phone, суроға телефон +phone, address phone +phone, adresse
        téléphone +phone""",
    Field.PLACE_NOW: """место пребыван*, адрес пребыван*, место нахожд*, местонахожд*, где
        находится, где находятся, город пребыван*, фактическ* адрес, фактическ* место*, текущ*
        место*, место временного пребыван*, адрес в рф, адрес в россии, адрес в казахстане, адрес
        в узбекистане, откуда, откуда едет, откуда прибыл, ҷойи будубош, ҷои будубош, будубош,
        макони ҳозира, дар куҷост, аз куҷо, turgan joy*, hozirgi manzil*, hozir turgan joyi,
        qayerdan, current location, current place, current address, present place, present
        address, whereabouts, location, place of stay, coming from, lieu actuel, lieu de séjour,
        adresse actuelle, localisation, provenance, болу орны, қазіргі мекенжай*,
        пункт пребыван*""",
    Field.PHONE: """bog'lanish*, bog'lanish uchun telefon, телефони алоқа, алоқа, aloqa, aloqa
        telefon*, рақами мобилӣ, тел*, телефон*, номер телефон*, no тел*, номер тел*, контакт*,
        контактн* тел*, контактн* данн*, контактн* номер*, моб*, мобильн*, сот*, сотов*, рақами
        тел*, рақам телефон, рақами тамос, тамос, tel*, telefon*, telefon raqam*, telefon nomer*,
        tel raqam*, phone*, phone no, phone number*, mobile*, mobile no, contact*, contact no,
        contact number*, cell*, téléphone*, no téléphone, numéro de téléphone, portable, gsm,
        whatsapp, ватсап, вотсап, viber, байланыс*, байланыш, телефон родственник*, номер
        родственник*""",
    Field.EMAIL: """эл адрес, электронн* адрес, эл почта, адрес эл почты, email, e mail, почта,
        эл почта, электронн* почта, courriel, mail, poshta""",
    Field.RELATION: """родство, степень родств*, кем приходится, статус в семье, родственн*
        отношен*, родственн* связь, состав семьи, член* семьи, роль, роль в семье, family status,
        статус члена семьи, status in family, семейн* положен*, вазъи оилавӣ, oilaviy ahvol*,
        oilaviy holat*, marital status, situation familiale, отношение к главе*, отношение, хешӣ,
        дараҷаи хешӣ, хешутабор*, хешованд*, таркиби оила, qarindosh*, qarindoshlik*, oiladagi
        o'rni, oila a'zo*, relation*, relationship*, relation to head*, role, family role, family
        member*, family relation*, kinship, lien, lien de parenté, lien parenté, parenté, lien
        familial, туыстық*, туыстығы, отбасы мүшесі, семья, семейн* статус, оила, oila, family,
        famille, отбасы, үй-бүлө, статус, кем является, ким бўлади, кӣ мешавад, аъзои оила""",
    Field.FAMILY_GROUP: """no семь*, номер семь*, семья no, группа, no групп*, номер групп*,
        семья, семьи, семья группа, рақами оила, оила, оила no, no оила, гурӯҳ*, oila, oila
        raqam*, oila no, guruh*, family, family no, family number, family id, family code, family
        group, household*, hh, hh no, hh id, group, group no, famille, no famille, numéro
        famille, numéro de famille, ménage, no ménage, groupe, no groupe, отбасы, отбасы no,
        отбасы нөмірі, үй-бүлө, no family, состав группы, фамилия семьи, глава семьи""",
    Field.OCCUPATION: """професси*, место работы, работ*, должность, занятость, род занятий,
        специальность, касб*, ихтисос, ҷойи кор, ҷои кор, kasb*, ish joyi, occupation*, profession*,
        job*, employer, employeur, métier, emploi, мамандығы, кәсібі, work""",
    Field.NOTE: """причина*, причина возвращ*, причина выезда, примеч*, прим, қайд*, эзоҳ*,
        эзох*, изоҳ*, изох*, izoh*, izox*, note*, remark*, remarque*, observation*, comment*,
        коммент*, комментар*, отметк*, особые отметки, особ*, доп сведения, дополнительн*, доп
        информация, доп инф, состояние, состояние здоровья, здоровье, потребност*, needs, special
        needs, specific needs, vulnerabilit*, уязвим*, besoins*, ескерт*, эскерт*, мулоҳиза*,
        тавзеҳ, тавзеҳот, причина, категория, категор*, льготы, инвалидность, статус уязвимости""",
    Field.TEST_SAMPLED: """sample taken, sample date, date of sample, sampled, sampled on,
        sampling date, collected, collection date, specimen date, дата забора*, забор*, дата
        взяти*, взяти*, дата отбора, отбор пробы, дата анализа, дата сдачи, дата теста, дата
        тест*, дата пцр, санаи гирифтани намуна, намуна*, namuna*, namuna olingan sana, date du
        prélèvement, prélèvement*, date prélèvement, date test, үлгі алынған*, test date, pcr
        date""",
    Field.TEST_RESULT: """result*, результат*, натиҷа*, natija*, résultat*, нәтиже*, жыйынтык*,
        test result*, pcr result*, результат пцр, результат тест*, пцр, pcr, тест""",
    Field.TEST_NUMBER: """protocol no, protocol number, protocol*, лаб номер, no протокол*, номер
        протокол*, протокол*, no анализа, номер анализа, lab no, lab number, laboratory no, no
        test, test no, no de protocole, protocole*, рақами протокол*, баённома*, bayonnoma*, no
        пробы, номер пробы, хаттама*""",
    Field.OTHER: """билет*, no билет*, номер билет*, чипта*, no чипта*, рақами чипта, chipta*,
        ticket*, ticket no, ticket number, e ticket, eticket, billet*, no billet, бронь*, брони*, no
        брони, номер брони, код брони, бронирован*, booking*, booking no, booking ref*, booking
        number, reservation*, réservation*, pnr, pnr no, брон*, band qilish*, дата прилет*, дата
        прилёт*, место посадк*, место сбора, пункт посадки, дата посадки, подпис*, имзо*, imzo*,
        signature*, қолы, рейс*, номер рейса, flight*, vol, автобус*, avtobus*, bus*, no автобус*,
        номер автобус*, вагон*, место, =место, место в автобусе, no места, номер места, ҷой, ҷойи
        нишаст, o'rin*, seat*, seat no, place, siège, =орын, дата прибыт*, дата въезда, дата выезда,
        дата прилета, дата приезда, прибыл*, въезд*, дата отправ*, дата обращения, дата регистрации,
        дата заявки, санаи омадан, санаи воридшавӣ, kelgan sana*, kirgan sana*, arrival*, arrival
        date, date of arrival, date of entry, entry date, departure*, date arrivée, date d'arrivée,
        date entrée, visa*, виза*, миграционн* карт*, миграц*, no визы, температура, багаж*, бағоҷ*,
        yuk*, luggage, baggage, bagages, фото*, photo*, сумма*, сумма оплаты, оплат*, стоимость,
        цена, semeyn, семейн* положен*, вазъи оилавӣ, oilaviy ahvol*, marital status, situation
        familiale, контактное лицо, контакт лицо, лицо для связи, contact person, emergency contact,
        фио родствен*, рост, вес, образован*, группа крови, blood group, blood type, groupe sanguin,
        гурӯҳи хун, qon guruhi, қан тобы, маълумот, ma'lumoti, language*, язык*, забон*, ҳамроҳӣ,
        сопровожд*, в сопровождении, accompanied by, kim bilan, accompagné, til, цель*, цель
        поездки, печать, количество, кол во, шт, количество человек, адад, soni, дети, детей, кол во
        детей, children""",
}

LATIN_MARKS = """as per passport, лат, латин*, латиниц*, латынь, англ, английск*, анг, англиский,
    latin*, english, eng, en, лотин*, лот, lotin*, inglizcha, англисӣ, passport spelling, как в
    паспорте, по паспорту, в паспорте, мувофиқи шиноснома, pasportdagidek, pasport bo'yicha,
    comme dans le passeport, selon passeport, caractères latins, латын*, as in passport, загран,
    mrz"""
"""Additions that turn a name column into the passport spelling."""

ETHNIC_WORDS = "национальность, миллат, millat*, ұлты, улуту"
"""Headings that mean ethnic origin, where a citizenship is looked for."""

FILLERS = """и, или, в, во, на, по, с, со, о, об, от, для, к, из, ва, дар, аз, ба, барои, ё, va,
    bilan, of, the, and, in, a, an, at, by, de, du, des, la, le, l, d, et, en, ou, г, гг,
    полностью, указать, вписать, согласно, при наличии, последнее, его, ее, их, s, рус, русск*,
    кир*, кирил*, тадж*, точ*, тоҷ*, гос, пожалуйста, ребенка, лица, лиц, граждан*, заявителя,
    пассажир*, мусофир*, шахс, шаҳрванд*, yo'lovchi*, passenger*, passager*, person, patient*"""
"""Words that neither make nor break a heading."""
