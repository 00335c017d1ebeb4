/* TEST-ONLY stand-in for the ICU that Windows 10 (1703+) ships as icuuc.dll and Wine 8 lacks.
   Every converter open fails politely: Qt then only offers its built-in codecs (UTF-8/16/32, Latin-1, locale). */
#define X __declspec(dllexport)
typedef int E; typedef unsigned short U;
#define FAIL 4 /* U_FILE_ACCESS_ERROR */
X void *ucnv_open(const char *n, E *e){ if(e) *e=FAIL; return 0; }
X void ucnv_close(void *c){}
X void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void){}
X void UCNV_TO_U_CALLBACK_SUBSTITUTE(void){}
X void ucnv_reset(void *c){}
X signed char ucnv_getMaxCharSize(const void *c){ return 4; }
X const char *ucnv_getName(const void *c, E *e){ if(e) *e=FAIL; return 0; }
X void ucnv_getToUCallBack(const void *c, void **a, const void **x){ if(a)*a=0; if(x)*x=0; }
X void ucnv_getFromUCallBack(const void *c, void **a, const void **x){ if(a)*a=0; if(x)*x=0; }
X void ucnv_setToUCallBack(void *c, void *a, const void *x, void **oa, const void **ox, E *e){ if(e)*e=FAIL; }
X void ucnv_setFromUCallBack(void *c, void *a, const void *x, void **oa, const void **ox, E *e){ if(e)*e=FAIL; }
X void ucnv_cbToUWriteUChars(void *a, const U *s, int n, int o, E *e){ if(e)*e=FAIL; }
X void ucnv_cbFromUWriteUChars(void *a, const U **s, const U *l, int o, E *e){ if(e)*e=FAIL; }
X void ucnv_toUnicode(void *c, U **t, const U *tl, const char **s, const char *sl, int *o, signed char f, E *e){ if(e)*e=FAIL; }
X void ucnv_fromUnicode(void *c, char **t, const char *tl, const U **s, const U *sl, int *o, signed char f, E *e){ if(e)*e=FAIL; }
X int ucnv_toUCountPending(const void *c, E *e){ if(e)*e=FAIL; return -1; }
X int ucnv_fromUCountPending(const void *c, E *e){ if(e)*e=FAIL; return -1; }
X const char *ucnv_getStandardName(const char *n, const char *s, E *e){ if(e)*e=FAIL; return 0; }
X const char *ucnv_getAvailableName(int n){ return 0; }
X int ucnv_countAvailable(void){ return 0; }
