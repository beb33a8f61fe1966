// Mail services anybody can have an address with: their domains belong to no customer.

/** The large ones in Europe, America and China; a domain missing here links to an account only if one carries it. */
export const freeMailDomains: ReadonlySet<string> = new Set([
  ...["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com"],
  ...["yahoo.com", "yahoo.co.uk", "ymail.com", "aol.com", "icloud.com", "me.com", "mac.com"],
  ...["proton.me", "protonmail.com", "gmx.com", "gmx.net", "gmx.de", "web.de", "t-online.de"],
  ...["mail.com", "mail.ru", "yandex.com", "yandex.ru", "zoho.com", "fastmail.com", "hey.com"],
  ...["orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "libero.it", "btinternet.com"],
  ...["qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "sina.com", "sina.cn"],
  ...["sohu.com", "139.com", "189.cn", "wo.cn", "aliyun.com", "21cn.com", "tom.com"],
]);
