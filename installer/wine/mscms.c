/* TEST-ONLY stand-in: Wine 8's mscms.dll lacks what qwindows.dll (Qt 6.12) calls for the screen's colour profile. */
#define X __declspec(dllexport)
X long __stdcall ColorProfileGetDisplayDefault(long long luid, unsigned id, int scope, int t, int s, void **name){ if(name)*name=0; return 0x80070490L; }
X long __stdcall ColorProfileGetDisplayUserScope(long long luid, unsigned id, int *scope){ if(scope)*scope=0; return 0x80070490L; }
X void *__stdcall OpenColorProfileW(void *p, unsigned a, unsigned b, unsigned c){ return 0; }
X int __stdcall CloseColorProfile(void *p){ return 1; }
X int __stdcall GetColorProfileFromHandle(void *p, void *b, unsigned *n){ if(n)*n=0; return 0; }
X void *__stdcall WcsCreateIccProfile(void *p, unsigned o){ return 0; }
