; What is kept: a copy of register and settings before an upgrade, the former program until the
; new one is there, and the data when the program goes.

!define BACKUP_TIMEOUT_MS 600000

!macro FOLDERS UN
; Where this user's data and settings lie, as desktop/paths.py says.
Function ${UN}FindFolders
  StrCpy $DataFolder "$LOCALAPPDATA\${APP}"
  StrCpy $ConfigFolder "$LOCALAPPDATA\${APP}"
  ReadEnvStr $R0 "HOMEWARD_HOME"
  ${If} $R0 != ""
    StrCpy $DataFolder "$R0\data"
    StrCpy $ConfigFolder "$R0\config"
  ${EndIf}
FunctionEnd
!macroend
!insertmacro FOLDERS ""
!insertmacro FOLDERS "un."

!macro COPY_ASIDE FOLDER FILE
  ${If} ${FileExists} "${FOLDER}\${FILE}"
    ClearErrors
    CopyFiles /SILENT "${FOLDER}\${FILE}" "$R8"
    ${If} ${Errors}
      StrCpy $R7 1
    ${EndIf}
  ${EndIf}
!macroend

; Copies register and settings into "backups" before an installed version is replaced. The former
; program copies the register itself, for it knows where it lies and checks the copy; where that
; fails, or another place was never chosen, the file is copied as it is.
Function BackUp
  Call FindFolders
  ${If} $Former == ""
    Return
  ${EndIf}
  ${GetTime} "" "L" $0 $1 $2 $3 $4 $5 $6
  StrCpy $R8 "$DataFolder\backups\before-${VERSION}-$2$1$0-$4$5$6"
  StrCpy $R7 0
  CreateDirectory "$R8"
  !insertmacro COPY_ASIDE "$ConfigFolder" "settings.toml"
  !insertmacro COPY_ASIDE "$ConfigFolder" "window.ini"
  nsExec::Exec /TIMEOUT=${BACKUP_TIMEOUT_MS} '"$INSTDIR\homeward-cli.exe" db backup "$R8\homeward.db"'
  Pop $R6
  ${If} $R6 != 0
    Delete "$R8\homeward.db"
    !insertmacro COPY_ASIDE "$DataFolder" "homeward.db"
    !insertmacro COPY_ASIDE "$DataFolder" "homeward.db-wal"
    ; Without it nobody opens an encrypted one.
    !insertmacro COPY_ASIDE "$DataFolder" "homeward.db.key"
  ${EndIf}
  ; Nothing was there to copy.
  RMDir "$R8"
  RMDir "$DataFolder\backups"
  RMDir "$DataFolder"
  ${If} $R7 == 1
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(NO_BACKUP)" /SD IDNO IDYES +3
      SetErrorLevel ${EXIT_BACKUP}
      Quit
  ${EndIf}
FunctionEnd

!define ASIDE "$INSTDIR\former"

!macro MOVE_ASIDE NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}"
    ClearErrors
    Rename "$INSTDIR\${NAME}" "${ASIDE}\${NAME}"
    ${If} ${Errors}
      Call PutBack
      MessageBox MB_OK|MB_ICONSTOP "$(STILL_OPEN)" /SD IDOK
      SetErrorLevel ${EXIT_OPEN}
      Quit
    ${EndIf}
  ${EndIf}
!macroend

!macro MOVE_BACK NAME
  ${If} ${FileExists} "${ASIDE}\${NAME}"
    RMDir /r "$INSTDIR\${NAME}"
    Delete "$INSTDIR\${NAME}"
    Rename "${ASIDE}\${NAME}" "$INSTDIR\${NAME}"
  ${EndIf}
!macroend

!macro OUR_PARTS ACTION
  !insertmacro ${ACTION} "Homeward.exe"
  !insertmacro ${ACTION} "homeward-cli.exe"
  !insertmacro ${ACTION} "runtime"
  !insertmacro ${ACTION} "site"
  !insertmacro ${ACTION} "app"
  !insertmacro ${ACTION} "licences"
  !insertmacro ${ACTION} "sbom.cdx.json"
  !insertmacro ${ACTION} "FILES.sha256"
!macroend

Function SetAside
  ${If} ${FileExists} "$INSTDIR\Homeward.exe"
    RMDir /r "${ASIDE}"
    CreateDirectory "${ASIDE}"
    !insertmacro OUR_PARTS MOVE_ASIDE
  ${EndIf}
FunctionEnd

; The former version works again when the new one could not be written.
Function PutBack
  !insertmacro OUR_PARTS MOVE_BACK
  RMDir "${ASIDE}"
FunctionEnd

Function DropAside
  RMDir /r "${ASIDE}"
FunctionEnd

!macro REMOVE NAME
  RMDir /r "$INSTDIR\${NAME}"
  Delete "$INSTDIR\${NAME}"
!macroend

; Only what we brought: whatever else lies in the folder belongs to somebody.
Function un.RemoveProgram
  !insertmacro OUR_PARTS REMOVE
  RMDir /r "${ASIDE}"
FunctionEnd

; The last step: who waits for the folder to go may be sure that all else is done.
Function un.RemoveFolder
  Delete "$INSTDIR\Uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  ; Goes only if nothing else of this user is installed.
  RMDir "$LOCALAPPDATA\Programs"
FunctionEnd

; The data stays, unless a person says otherwise or the administrator wrote /REMOVEDATA.
Function un.AskForData
  Call un.FindFolders
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/REMOVEDATA" $R1
  ${If} ${Errors}
    ClearErrors
    ${IfNot} ${FileExists} "$DataFolder\*.*"
      Return
    ${EndIf}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(REMOVE_DATA)" /SD IDNO IDYES +2
      Return
  ${EndIf}
  RMDir /r "$DataFolder"
  ${If} $ConfigFolder != $DataFolder
    RMDir /r "$ConfigFolder"
  ${EndIf}
FunctionEnd
