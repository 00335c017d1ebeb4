; Files of a running program cannot be replaced: it is asked to close, never ended by force.
; It may have entries that are not stored yet.

!define POLITE_WAIT_MS 500
!define POLITE_ROUNDS 60

!macro CLOSING UN
; Answers in $R0 whether one of the programs runs: Windows does not let it be written then.
Function ${UN}IsOpen
  StrCpy $R0 0
  !insertmacro LOOK_AT "Homeward.exe"
  !insertmacro LOOK_AT "homeward-cli.exe"
  !insertmacro LOOK_AT "runtime\pythonw.exe"
FunctionEnd

Function ${UN}CloseProgram
  Call ${UN}IsOpen
  ${If} $R0 == 1
  ${AndIfNot} ${Silent}
    MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(PROGRAM_OPEN)" IDOK +3
      SetErrorLevel ${EXIT_CANCELLED}
      Quit
  ${EndIf}
  StrCpy $R1 0
  ${DoWhile} $R0 == 1
    ${If} $R1 == 0
      ; Without /F it is no more than a click on the window's cross.
      nsExec::Exec '"$SYSDIR\taskkill.exe" /IM Homeward.exe'
      Pop $R2
    ${ElseIf} $R1 > ${POLITE_ROUNDS}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDCANCEL IDRETRY +3
        SetErrorLevel ${EXIT_OPEN}
        Quit
      StrCpy $R1 -1
    ${EndIf}
    Sleep ${POLITE_WAIT_MS}
    IntOp $R1 $R1 + 1
    Call ${UN}IsOpen
  ${Loop}
FunctionEnd
!macroend

!macro LOOK_AT FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $R9 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      StrCpy $R0 1
    ${Else}
      FileClose $R9
    ${EndIf}
    ClearErrors
  ${EndIf}
!macroend

!insertmacro CLOSING ""
!insertmacro CLOSING "un."
