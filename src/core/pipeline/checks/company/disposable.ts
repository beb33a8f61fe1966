// Mail services whose addresses are thrown away after use: nobody can be reached there tomorrow.

/** The ones most used; their domains change often, so that one missing here proves nothing. */
export const disposableDomains: ReadonlySet<string> = new Set([
  ...[
    "mailinator.com",
    "guerrillamail.com",
    "guerrillamail.net",
    "guerrillamail.org",
    "sharklasers.com",
  ],
  ...[
    "grr.la",
    "10minutemail.com",
    "10minutemail.net",
    "20minutemail.com",
    "temp-mail.org",
    "tempmail.com",
  ],
  ...["tempmail.net", "tempmailo.com", "tempail.com", "yopmail.com", "yopmail.fr", "yopmail.net"],
  ...[
    "trashmail.com",
    "trashmail.de",
    "trashmail.net",
    "trash-mail.com",
    "wegwerfmail.de",
    "spamgourmet.com",
  ],
  ...[
    "throwawaymail.com",
    "throwam.com",
    "getnada.com",
    "nada.email",
    "dispostable.com",
    "maildrop.cc",
  ],
  ...[
    "mailnesia.com",
    "mailcatch.com",
    "mintemail.com",
    "mohmal.com",
    "moakt.com",
    "emailondeck.com",
  ],
  ...[
    "fakeinbox.com",
    "fakemail.net",
    "discard.email",
    "discardmail.com",
    "spam4.me",
    "burnermail.io",
  ],
  ...[
    "mytemp.email",
    "mailtemp.info",
    "inboxkitten.com",
    "33mail.com",
    "linshiyouxiang.net",
    "chacuo.net",
  ],
  ...["bccto.me", "027168.com", "mailsac.com", "anonaddy.me", "getairmail.com", "harakirimail.com"],
]);
