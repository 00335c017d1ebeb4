/* Starts Homeward: loads the Python that lies beside this file and runs the program with it.
   Built twice: with a window (Homeward.exe) and for the console (homeward-cli.exe). */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define OURS 5

typedef int (*Main)(int, wchar_t **);

static wchar_t folder[LONGEST], path[LONGEST], home[LONGEST];

static const wchar_t *sentence(void) {
  switch (PRIMARYLANGID(GetUserDefaultUILanguage())) {
  case LANG_FRENCH:
    return L"Une partie de Homeward manque :\n%ls\n\nRelancez le programme d’installation : il "
           L"répare Homeward et garde vos données.";
  case LANG_RUSSIAN:
    return L"Не хватает части программы Homeward:\n%ls\n\nЗапустите программу установки ещё раз: "
           L"она восстановит Homeward, ваши данные сохранятся.";
  case LANG_TAJIK:
    return L"Як қисми барномаи Homeward нест:\n%ls\n\nБарномаи насбро аз нав оғоз кунед: он "
           L"Homeward-ро барқарор мекунад, маълумоти шумо мемонад.";
  default:
    return L"A part of Homeward is missing:\n%ls\n\nRun the setup program again: it repairs "
           L"Homeward and keeps your data.";
  }
}

static int missing(void) {
  static wchar_t text[LONGEST + 400];
  _snwprintf(text, LONGEST + 399, sentence(), path);
#ifdef CONSOLE
  fwprintf(stderr, L"%ls\n", text);
#else
  MessageBoxW(NULL, text, L"Homeward", MB_ICONERROR);
#endif
  return 111;
}

/* A portable copy keeps its data in its own folder, unless somebody said another place. */
static void settle(void) {
  _snwprintf(path, LONGEST - 1, L"%ls\\" PORTABLE_MARK, folder);
  if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES) return;
  if (GetEnvironmentVariableW(L"HOMEWARD_HOME", NULL, 0) != 0) return;
  _snwprintf(home, LONGEST - 1, L"%ls\\data", folder);
  SetEnvironmentVariableW(L"HOMEWARD_HOME", home);
}

static int start(int count, wchar_t **given) {
  /* Libraries come from our folder or from Windows, never from where the user happens to be. */
  SetDllDirectoryW(L"");
  DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
  wchar_t *end = wcsrchr(folder, L'\\');
  if (length == 0 || length == LONGEST || end == NULL) return 110;
  *end = L'\0';
  settle();
  _snwprintf(path, LONGEST - 1, L"%ls\\runtime\\" PYTHON_LIBRARY, folder);
  HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  if (python == NULL) return missing();
  Main run = (Main)(void *)GetProcAddress(python, "Py_Main");
  if (run == NULL) return missing();
  wchar_t **all = calloc((size_t)count + OURS, sizeof *all);
  if (all == NULL) return 112;
  int n = 0;
  all[n++] = given[0];
  all[n++] = L"-X";
  all[n++] = L"utf8";
  all[n++] = L"-m";
  all[n++] = L"start";
  for (int i = 1; i < count; i++) all[n++] = given[i];
  return run(n, all);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **given) { return start(count, given); }
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR line, int show) {
  int count = 0;
  wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
  (void)self, (void)before, (void)line, (void)show;
  return given == NULL ? 112 : start(count, given);
}
#endif
