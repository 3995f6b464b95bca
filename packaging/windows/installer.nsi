; The installer for one user of Windows 10 or newer: no administrator is asked, nothing is fetched.
; Made by `python3 dev.py package --windows`, which gives VERSION, FOLDER (what is installed), ICON,
; LICENCE and OUT, and QUICK where it is for a trial alone.
Target amd64-unicode
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 32
!endif
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "Central Asia Timeline"
!define ID "CentralAsiaTimeline"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define START '"$INSTDIR\python\pythonw.exe" -m timeline_app'

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${ID}" "Folder"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Central Asia Timeline developers, MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"

!macro Type KIND WORDS
  WriteRegStr HKCU "${CLASSES}\${ID}.${KIND}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${ID}.${KIND}\DefaultIcon" "" "$INSTDIR\timeline.ico"
  WriteRegStr HKCU "${CLASSES}\${ID}.${KIND}\shell\open\command" "" '${START} "%1"'
!macroend

Section "install"
  ; An older version's files would be found beside the newer one's.
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\python\pythonw.exe" "-m timeline_app" \
    "$INSTDIR\timeline.ico"
  ; Windows knows files by the last part of their names, and .sqlite is everybody's: it is offered
  ; for such files, and opens them by itself only where nothing else did.
  !insertmacro Type "File" "${NAME}: archive or notebook"
  WriteRegStr HKCU "${CLASSES}\.sqlite\OpenWithProgids" "${ID}.File" ""
  ReadRegStr $0 HKCR ".sqlite" ""
  ${If} $0 == ""
    WriteRegStr HKCU "${CLASSES}\.sqlite" "" "${ID}.File"
  ${EndIf}
  WriteRegStr HKCU "Software\${ID}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\timeline.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Central Asia Timeline developers"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  ; Notebooks and settings are the user's own, elsewhere: they stay.
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  Delete "$INSTDIR\timeline-app.cmd"
  Delete "$INSTDIR\timeline.ico"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\third-party-notices.txt"
  Delete "$INSTDIR\LGPL-3.txt"
  Delete "$INSTDIR\GPL-3.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.sqlite" ""
  ${If} $0 == "${ID}.File"
    DeleteRegValue HKCU "${CLASSES}\.sqlite" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.sqlite\OpenWithProgids" "${ID}.File"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.sqlite\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.sqlite"
  DeleteRegKey HKCU "${CLASSES}\${ID}.File"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${ID}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
