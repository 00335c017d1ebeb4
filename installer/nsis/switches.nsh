; What the command line asks for, and what is refused before anything is done.

; Languages by their code, as /LANG= names them.
!macro CHOOSE_LANGUAGE CODE
  ${Select} ${CODE}
    ${Case} "en"
      StrCpy $LANGUAGE ${LANG_ENGLISH}
    ${Case} "fr"
      StrCpy $LANGUAGE ${LANG_FRENCH}
    ${Case} "ru"
      StrCpy $LANGUAGE ${LANG_RUSSIAN}
    ${Case} "tg"
      StrCpy $LANGUAGE ${LANG_TAJIK}
  ${EndSelect}
!macroend

Function ReadSwitches
  StrCpy $WithShortcut 1
  StrCpy $WithFileTypes 1
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${IfNot} ${Errors}
    !insertmacro CHOOSE_LANGUAGE $R1
  ${ElseIfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/NOSHORTCUT" $R1
  ${IfNot} ${Errors}
    StrCpy $WithShortcut 0
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/NOFILETYPES" $R1
  ${IfNot} ${Errors}
    StrCpy $WithFileTypes 0
  ${EndIf}
  ClearErrors
FunctionEnd

Function un.ReadSwitches
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${IfNot} ${Errors}
    !insertmacro CHOOSE_LANGUAGE $R1
  ${EndIf}
  ClearErrors
FunctionEnd

; The folder of an installed version stays its folder, whatever /D= says.
Function FindFormer
  ReadRegStr $R0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $R1 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $R0 != ""
  ${AndIf} $R1 != ""
  ${AndIf} ${FileExists} "$R1\Homeward.exe"
    StrCpy $Former $R0
    StrCpy $INSTDIR $R1
  ${EndIf}
FunctionEnd

; Qt runs on Windows 10 from version 1809 on; the register of a newer Homeward cannot be read by
; an older one.
Function Refuse
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "$(OLD_WINDOWS)" /SD IDOK
    SetErrorLevel ${EXIT_WINDOWS}
    Quit
  ${EndIf}
  ${If} $Former != ""
    ${VersionCompare} "$Former" "${VERSION}" $R0
    ${If} $R0 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(NEWER_THERE)" /SD IDOK
      SetErrorLevel ${EXIT_NEWER}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function Greet
  ${If} $Former == ""
    StrCpy $Welcome "$(WELCOME_NEW)"
  ${ElseIf} $Former == ${VERSION}
    StrCpy $Welcome "$(WELCOME_REPAIR)"
  ${Else}
    StrCpy $Welcome "$(WELCOME_UPGRADE)"
  ${EndIf}
FunctionEnd
