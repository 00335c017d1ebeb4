/* TEST-ONLY stand-in for the random numbers of Windows 10, which Wine 8 lacks: parts that are
   written in Rust ask for them by this name. */
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
  return RtlGenRandom(data, (ULONG)length);
}
