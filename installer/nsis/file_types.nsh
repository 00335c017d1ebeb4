; Homeward is offered under "Open with" for lists and registers; no type is taken from another
; program: .xlsx stays with the spreadsheet, and .db belongs to many.

!define TYPES_KEY "Software\Classes"

!macro LIST_TYPES ACTION
  !insertmacro ${ACTION} ".xlsx" "${APP}.List"
  !insertmacro ${ACTION} ".xls" "${APP}.List"
  !insertmacro ${ACTION} ".xlsb" "${APP}.List"
  !insertmacro ${ACTION} ".ods" "${APP}.List"
  !insertmacro ${ACTION} ".csv" "${APP}.List"
  !insertmacro ${ACTION} ".db" "${APP}.Register"
!macroend

!macro OFFER TYPE PROGRAM
  WriteRegStr HKCU "${TYPES_KEY}\${TYPE}\OpenWithProgids" "${PROGRAM}" ""
!macroend

!macro WITHDRAW TYPE PROGRAM
  DeleteRegValue HKCU "${TYPES_KEY}\${TYPE}\OpenWithProgids" "${PROGRAM}"
  DeleteRegKey /ifempty HKCU "${TYPES_KEY}\${TYPE}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${TYPES_KEY}\${TYPE}"
!macroend

!macro PROGRAM NAME TEXT COMMAND
  WriteRegStr HKCU "${TYPES_KEY}\${NAME}" "" "${TEXT}"
  WriteRegStr HKCU "${TYPES_KEY}\${NAME}\DefaultIcon" "" "$INSTDIR\Homeward.exe,0"
  WriteRegStr HKCU "${TYPES_KEY}\${NAME}\shell\open" "FriendlyAppName" "${APP}"
  WriteRegStr HKCU "${TYPES_KEY}\${NAME}\shell\open\command" "" '"$INSTDIR\Homeward.exe" ${COMMAND}'
!macroend

!macro TELL_WINDOWS
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function OfferFileTypes
  !insertmacro PROGRAM "${APP}.List" "$(TYPE_LIST)" 'open --list "%1"'
  !insertmacro PROGRAM "${APP}.Register" "$(TYPE_REGISTER)" 'open --database "%1"'
  !insertmacro LIST_TYPES OFFER
  !insertmacro TELL_WINDOWS
FunctionEnd

Function un.TakeFileTypesBack
  !insertmacro LIST_TYPES WITHDRAW
  DeleteRegKey HKCU "${TYPES_KEY}\${APP}.List"
  DeleteRegKey HKCU "${TYPES_KEY}\${APP}.Register"
  !insertmacro TELL_WINDOWS
FunctionEnd
