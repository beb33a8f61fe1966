// English words of sales updates by what they mean: regular expressions over lower-case text.

/** Alternatives between word boundaries, used in patterns as {name}. */
export const englishWords = {
  quote:
    "quotes?|quotations?|proposals?|pricing|offer|estimate|bid|sow|price list|tender(?: response| documents?| bid)?",
  sent: "sent|emailed|submitted|shared|delivered|handed over|mailed|forwarded|presented|(?:is|are|went|gone|has gone|just|now|already) (?:out(?! of)|over|across)|went (?:to|in to|into)|dropped|shot|fired (?:off|over)|put in front of|(?<!(?:lunch|coffee|calls?|meetings?|dinner|breakfast|demo|chat|session|sync|up|time|visit|workshop|meet|speak|talk|spoke|met) )with (?:them|him|her|the customer)|in (?:their|his|her) (?:inbox|hands)",
  send: "forwarding|posting|mailing|goes in the post|to be sent|be sent|being sent|follows|to follow|owe|send|sends|sending|email|emailing|deliver|delivering|share|sharing|submit|submitting|go(?:es)? out|going out|get(?:ting)?|prepare|preparing|draft|drafting|prep|finish|due|want|wants|wanted|waiting for|asked for|asking for|asked to see|requested|expects?|needs?",
  contract:
    "contracts?|agreements?|msa|paperwork|paper|redlines?|red lines|order form|terms and conditions|dpa",
  legal:
    "legal(?: team| department| dept)?|lawyers?|procurement|purchasing|counsel|attorneys?|contract review",
  underReview:
    "with|at|to|in|by|through|reviewing|review|redlining|marking up|working through|went|gone|has|have|stuck in|sitting with|looking at",
  po: "(?:po|p\\.o\\.|purchase order)(?: (?:#|no\\.? ?|number )?\\d{2,})?",
  received:
    "got|received|came in|come in|came through|is in|has come|has arrived|landed|arrived|in hand|attached|issued|just in|here|have|has|in",
  signed: "signed|inked|executed|countersigned",
  bothSides:
    "both (?:sides|parties)|(?:all|everyone|everybody|both|fully|mutually) (?:have |has )?(?:signed|executed)|countersigned|counter-signed|signatures (?:are )?(?:all )?in",
  demo: "show(?:ing|s)? (?:them|him|her|[a-z]{2,12}) (?:the |our )?(?:platform|product|system|software|tool|app|solution|dashboards?)|presentations?|demos?|demonstrations?|walk-?through|product tour",
  call: "speak(?:ing)? (?:to|with)|try(?:ing)? (?:again|(?:him|her|them)(?: again)?)|calls?|phone|ring|zoom|callback|calling",
  meeting:
    "meetings?|meet(?:s|ing)?|sit-?down|workshop|kick-?off|lunch|coffee|qbr|sync|review session|breakfast|dinner",
  visit:
    "site (?:visits?|surveys?)|(?:out|over|up|down) to see (?:them|him|her)|visit(?:s|ing)?|on-?site|(?:plant|factory|site|facility) tour|walk the (?:(?:shop |factory |plant )?floor|site|plant)|(?:go(?:es|ing)?|head(?:ing)?|com(?:e|ing)|driv(?:e|ing)|fly(?:ing)?|trip)(?: out| over| down| up)? to (?:see )?(?:their|the) (?:factory|plant|site|warehouse|facility|mill|clinic|depot|workshop|shop floor)",
  materials:
    "brochures?|case stud(?:y|ies)|decks?|slides|materials?|white ?papers?|data ?sheets?|docs?|documents?|documentation|references?|samples?|info|information|specs?|spec sheet|roi (?:sheet|model|calculator)|one-?pager|questionnaire|certificates?",
  followUp:
    "follow(?:ing)?[- ]?ups?|follow(?:ing)? back|check(?:ing)?(?:[- ]in| back)|circl(?:e|ing) back|touch(?:ing)? base|chas(?:e|ing)|catch(?:ing)?[- ]?up|reconnect|nudge|ping|hear(?:ing)? back|get(?:s|ting)? back to (?:us|me)|come(?:s)? back to (?:us|me)|regroup|reach(?:ing)? out",
  approval:
    "approv(?:es|al|ing)|approve|sign[- ]?offs?|signs? off|signing off|decides?|decision|deciding|(?:board|committee|council|management)'s (?:ok|okay|decision|answer|approval|go-ahead|nod)|(?:board|security|internal|legal|budget|committee) (?:review|vote|meeting|meets)|(?:tak(?:es?|ing)|goes|going|bring(?:s|ing)?) (?:it |this )?(?:to|before|in front of) (?:the |their )?(?:board|committee|council)|(?:gives?|giving|have|has) (?:us |me )?(?:the|an|their|his|her|a final|a)? ?(?:final )?answer|answer(?: is| comes?)? (?:due|by|on|in|expected|back|comes?)|answer comes|votes?|final call|go/no-go",
  closing:
    "clos(?:e|es|ing)(?! of (?:play|business|day))(?: date)?|sign(?:s|ing)?(?! off)|(?:gets?|to be|be|being) signed(?! off)|signature|wrap(?:s|ping)? (?:it |this )?up|po (?:is )?(?:expected|due|coming|lands|arrives|in)|ink",
  budget: "budgets?|budgeted|funding|funds|capex|opex",
  approved:
    "approved|confirmed|signed off|allocated|secured|locked(?: in| down)?|set aside|green-?lit|released|in place|came through|got through|went through|got the (?:green light|go-ahead|nod)|ring-?fenced|sorted|cleared|earmarked",
  frozen: "frozen|freeze|froze|on hold|on ice|paused|suspended|locked until",
  plan: "next(?: up)? is|next up|will|'ll|going to|gonna|next steps?|need to|needs to|have to|has to|scheduled|booked|set(?:ting)? up|let's|plan(?:s|ned|ning)?|want(?:s|ed)?|ask(?:s|ed|ing) for|agreed|agreed on|lined up|due|on the calendar|to do|todo|then|wait(?:ing)? (?:for|on)|arranged|locked in|confirmed for|pencil(?:l)?ed|to be|about to|must|remind me",
  done: "had|did|done|went|was|were|after|held|finished|completed|yesterday|just|got off|came back from|ran|loved|gave|following our|earlier today|this morning|wrapped up|great|good|last|back from",
  lost: "lose",
  customer: "they|customer|client|buyer|he|she",
} as const;

/** Before an amount that is not the exact one. */
export const englishInexact =
  "about|around|roughly|approx(?:imately)?\\.?|circa|ca\\.?|nearly|almost|over|under|below|above|more than|less than|up to|at least|at most|somewhere|north of|south of|close to|upwards of|maybe|say|between|ballpark|minimum|max(?:imum)?|just shy of|or so|-?ish|give or take";
