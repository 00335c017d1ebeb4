; Language: Tajik, Cyrillic (1064). The words of the pages that the setup program of Homeward shows.

!insertmacro LANGFILE "Tajik" "Тоҷикӣ" "Tajik" "Tojiki"

!ifdef MUI_WELCOMEPAGE
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TITLE "Хуш омадед ба насби $(^NameDA)"
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TEXT "Ин барнома $(^NameDA)-ро дар компютери шумо насб мекунад.$\r$\n$\r$\n$_CLICK"
!endif

!ifdef MUI_DIRECTORYPAGE
  ${LangFileString} MUI_TEXT_DIRECTORY_TITLE "Интихоби ҷузвдони насб"
  ${LangFileString} MUI_TEXT_DIRECTORY_SUBTITLE "Ҷузвдонеро, ки $(^NameDA) дар он насб карда мешавад, интихоб кунед."
!endif

!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "Насб"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "$(^NameDA) насб карда мешавад, лутфан интизор шавед."
  ${LangFileString} MUI_TEXT_FINISH_TITLE "Насб анҷом ёфт"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "Насб бомуваффақият анҷом ёфт."
  ${LangFileString} MUI_TEXT_ABORT_TITLE "Насб қатъ шуд"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "Насб ба анҷом нарасид."
!endif

!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "Нест кардан"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "$(^NameDA) нест карда мешавад, лутфан интизор шавед."
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "Несткунӣ анҷом ёфт"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "Барнома бомуваффақият нест карда шуд."
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "Несткунӣ қатъ шуд"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "Барнома пурра нест карда нашуд."
!endif

!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "Насби $(^NameDA) анҷом ёфт"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "$(^NameDA) дар компютери шумо насб карда шуд.$\r$\n$\r$\nБарои пӯшидани барномаи насб «Тайёр»-ро пахш кунед."
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "Барои анҷоми насби $(^NameDA) компютерро аз нав оғоз кардан лозим аст. Ҳозир аз нав оғоз кунем?"
!endif

!ifdef MUI_FINISHPAGE | MUI_UNFINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "Ҳозир аз нав оғоз кардан"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "Дертар худам аз нав оғоз мекунам"
  ${LangFileString} MUI_TEXT_FINISH_RUN "$(^NameDA)-ро &кушодан"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "&Нишон додани ReadMe"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "&Тайёр"
!endif

!ifdef MUI_UNCONFIRMPAGE
  ${LangFileString} MUI_UNTEXT_CONFIRM_TITLE "Нест кардани $(^NameDA)"
  ${LangFileString} MUI_UNTEXT_CONFIRM_SUBTITLE "$(^NameDA) аз компютери шумо нест карда мешавад."
!endif

!ifdef MUI_ABORTWARNING
  ${LangFileString} MUI_TEXT_ABORTWARNING "Насби $(^Name)-ро бекор кардан мехоҳед?"
!endif
