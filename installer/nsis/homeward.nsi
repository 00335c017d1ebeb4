; The setup program of one user: no rights of an administrator, four languages, silent where asked.
; Called by packing/setup_program.py with VERSION, PAYLOAD, OUTPUT, SIZE_KB, ICON and, for quick
; builds, QUICK. What an administrator needs of it is written in ADMINISTRATORS.md.
Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
AllowSkipFiles off
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh

!define APP "Homeward"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define OWN_KEY "Software\${APP}"

; Exit codes, beside those of NSIS: 0 done, 1 ended by the user, 2 failed and put back.
!define EXIT_CANCELLED 1
!define EXIT_NEWER 3
!define EXIT_OPEN 4
!define EXIT_BACKUP 5
!define EXIT_WINDOWS 6

Name "${APP}"
OutFile "${OUTPUT}"
BrandingText "${APP} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "${OWN_KEY}" "InstallDir"
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${APP}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${APP} setup"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache License 2.0"

Var Former        ; version that is installed, or empty
Var WithShortcut
Var WithFileTypes
Var Welcome
Var DataFolder
Var ConfigFolder

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${OWN_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "SetupLanguage"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_CUSTOMFUNCTION_GUIINIT Refuse
!define MUI_WELCOMEPAGE_TEXT "$Welcome"
!define MUI_PAGE_CUSTOMFUNCTION_PRE Greet
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhereInstalled
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\Homeward.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Russian"
; NSIS has no Tajik: its words are ours.
!insertmacro MUI_LANGUAGEEX "tajik" "Tajik"
!include "texts\English.nsh"
!include "texts\French.nsh"
!include "texts\Russian.nsh"
!include "texts\Tajik.nsh"
!insertmacro MUI_RESERVEFILE_LANGDLL

!include "switches.nsh"
!include "closing.nsh"
!include "keeping.nsh"
!include "file_types.nsh"

Function .onInit
  Call ReadSwitches
  Call FindFormer
  ${If} ${Silent}
    ; Otherwise it waits for the window: words are in the chosen language only then.
    Call Refuse
  ${EndIf}
FunctionEnd


Function SkipWhereInstalled
  ${If} $Former != ""
    Abort
  ${EndIf}
FunctionEnd

Section "Install"
  Call CloseProgram
  Call BackUp
  Call SetAside
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  ${If} $WithShortcut == 1
    CreateShortCut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\Homeward.exe"
  ${EndIf}
  ${If} $WithFileTypes == 1
    Call OfferFileTypes
  ${EndIf}
  WriteRegStr HKCU "${OWN_KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${OWN_KEY}" "SetupLanguage" "$LANGUAGE"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Homeward.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  Call DropAside
SectionEnd

Function .onInstFailed
  Call PutBack
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  Call un.ReadSwitches
FunctionEnd

Section "Uninstall"
  Call un.CloseProgram
  Call un.RemoveProgram
  Delete "$SMPROGRAMS\${APP}.lnk"
  Call un.TakeFileTypesBack
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${OWN_KEY}"
  Call un.AskForData
  Call un.RemoveFolder
SectionEnd
