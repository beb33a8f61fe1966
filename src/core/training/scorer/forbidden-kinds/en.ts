// What nobody may say in a sale, by kind, as it is said in English; matched on folded text.
import type { ForbiddenKind } from "./model.ts";

export const englishKinds: readonly ForbiddenKind[] = [
  {
    id: "no-loss",
    rule: "general-guarantee",
    says: [
      /\b(can't|cannot|couldn't|won't|will never|never|no way|impossible|not going to)\b.{0,45}\b(lose|losing|out of pocket|below (what|where)|make a loss|go down|in the red|shrink)\b/,
      /\b(money|capital|investment|fund|stake|savings|principal)\b.{0,25}\b(is|are|stays?|remains?|'s) (completely |totally |perfectly |always )?(safe|protected|secure)\b/,
      /\b(money|capital|investment|fund|stake|value|price|it) (can|will|does|is) only (ever )?(go|goes|going|moves?|rise|climb)s?\b/,
      /\b(as|just as) (safe|secure|good) as (a |the |your )?(savings?|bank|cash|deposit|house|money|gold)/,
      /\bno (real )?(risk|downside)( at all| whatsoever| for you| in (it|this))|\brisk[- ]?free\b|\bwithout any risk\b/,
    ],
    unless: /\b(deposit (guarantee|insurance)|scheme)\b|\brisk[- ]free rate\b/,
  },
  {
    id: "promised-return",
    rule: "general-guarantee",
    says: [
      /\b(you('ll| will)|we('ll| will)|it('ll| will)|i can assure you|going to|bound to)\b.{0,30}\b(make|earn|yield|return|double|triple|grow)\b.{0,40}(\d+|percent|%|money|again|six|seven|eight|nine|ten|twelve)/,
      /\b(yield|return|interest|coupon|profit|gain|income)s?\b.{0,40}\b(whatever|no matter|count on|bank on|rain or shine|guaranteed|assured|certain|promise)/,
      /\b(doubled|tripled|made|returned|gained)\b.{0,60}\b(will|going to|'ll|does|do)\b.{0,15}\b(again|the same|repeat)/,
      /\b(assure|promise|guarantee)[ds]? (you )?.{0,30}\b(there('ll| will) be|a hundred and|more than you put|next (year|summer|spring))/,
      /\bpays? (for itself|back)\b.{0,40}\b(guaranteed|promise|certain|no matter|for sure|definitely|in writing)|\b(guaranteed|certain|sure) (payback|saving|return|profit)s?\b/,
    ],
    unless: /\b(if|assuming|provided|in a bad year|could|might|may) (you|it|the|we)\b|\bpast\b/,
  },
  {
    id: "market-forecast",
    rule: "general-forecast",
    says: [
      /\b(rates?|dollar|pound|euro|yen|franc|markets?|inflation|currency|index|shares?|stocks?|gold)\b.{0,30}\b(will|'ll|is going to|are going to|is|are)\b.{0,25}\b(fall|falling|drop|rise|rising|climb|(come|coming|go|going) (down|up)|crash|below|above)\b.{0,60}\b(trust me|for sure|so (lock|hedge|buy|sell|act)|act on|hedge now|lock (it|them)? ?in|i promise|count on)/,
      /\b(rates?|dollar|pound|euro|yen|franc|markets?|inflation|shares?|stocks?|gold)\b.{0,20}\b(definitely|certainly|surely|without (a )?doubt|bound to|sure to|certain to)\b/,
      /\b(every(body|one)|we all|insiders?|our house)\b.{0,30}\bknows?\b.{0,20}\b(rates?|dollar|pound|euro|markets?)\b.{0,15}\bwill\b/,
    ],
  },
  {
    id: "compliance-for-them",
    rule: "general-guarantee",
    says: [
      /\b(no|any) (auditor|inspector|regulator|supervisor)s? (can|could|will|would|'ll) (ever )?(touch|fault|find|complain|say|bother)/,
      /\b(takes?|taking|moves?|lifts?)\b.{0,40}\b(responsibility|liability|accountability)\b.{0,25}\b(off|from|to us|over)\b/,
      /\b(pass(es)?|sail through|get through) (any|every|the|your|all) (audit|inspection)s?\b|\b(fully|completely|totally|out of the box|automatically|instantly) (\w+[- ])?compliant\b/,
    ],
    unless: /\b(stays|remains|rests) with\b|\bdoesn't (take|move)\b/,
  },
  {
    id: "authority-behind-us",
    rule: "general-guarantee",
    says: [
      /\b(fca|ecb|bafin|sec|finra|esma|regulator|central bank|supervisors?|ministry|authorit(y|ies)|government)\b('s)?((?!\b(not|no|never|doesn't|don't|isn't|nobody|any)\b).){0,40}\b(bless(ing|ed)|recommend(s|ed)?|endorse[ds]?|loves? us|behind us|happy with us|green light|prefers? (us|our)|no (problem|issue) with (us|our))\b/,
    ],
  },
  {
    id: "hidden-cost",
    rule: "general-hidden-cost",
    says: [
      /\b(leave|keep|take|hide|bury|tuck)\b.{0,30}\b(fee|charge|cost|commission|surcharge|mark-?up|margin)s?\b.{0,30}\b(out of|off|away|quiet|small print|from (her|him|them|the|your))/,
      /\b(needn't|don't (need|have) to|no need to|better not|don't|do not|won't|wouldn't|never|not) (mention|bring|tell|say|show|talk|disclose|list)\b.{0,40}\b(fee|charge|cost|commission|surcharge|price)s?\b/,
      /\b(extra|fee|charge|surcharge|commission|costs?)\b.{0,40}\b(we|i|you|let's) (don't|won't|needn't|never|not|needn't) (bring|mention|tell|say|show|talk|raise)/,
      /\b(no|zero) (costs?|fees?|charges?) (at all|whatsoever|of any kind)\b|\b(fees?|costs?|charges?) (are|is|stay) (invisible|hidden)\b/,
      /\b(she|he|they|your (board|boss|client|customer)s?) (won't|will never|'ll never|doesn't|don't) (even )?(notice|see|find out|ask)\b/,
    ],
    unless: /\b(pilot|trial|sample|demo|training|test)\b/,
  },
  {
    id: "personal-favour",
    rule: "general-personal-favour",
    says: [
      /\b(in an envelope|brown envelope|under the table|off the books|nobody (has|needs|need) to know|no one (has|needs) to know|if you see what i mean|if you know what i mean|make it worth your while)\b/,
      /\b(finds? its way to you|something (nice|extra|small|special|in it) for you|for you (personally|privately)|to you (personally|privately)|your own (pocket|account)|private (fee|consultancy|account|bonus|commission|address))\b/,
      /\b(pay|paid|cover|sponsor|fund|arrange|finance)\b.{0,15}\byour (new )?(kitchen|holiday|house|car|trip|wife|husband|daughter|son|family|garden|children|school|golf|flight|hotel)\b/,
      /\b(fly|treat|invite|take) you\b.{0,40}\b(and your (wife|husband|partner|family)|all paid|on us|our treat|to (dubai|mallorca|the final|a weekend))\b/,
      /\b(tickets?|weekend|holiday|trip|gift|watch|internship|present|bonus)\b.{0,50}\b(if|once|when|after|as soon as)\b.{0,25}\b(sign|order|tender|deal|contract|goes (our|through)|is in|choose)/,
      /\b(points?|percent|per cent|%|cut|slice|share)\b.{0,20}\b(aside|back|of it)?\b.{0,10}\bfor (you|yourself) (personally|privately|once|if|when)/,
    ],
  },
  {
    id: "rival-run-down",
    rule: "general-rival",
    says: [
      /\b(they|their|theirs|them|those (people|guys)|competitors?|rivals?|other (supplier|company|one|vendor|bidder)|everything \w+ (builds?|makes?|sells?)|\w+'s (\w+ )?(machine|system|stent|valve|product|device|service|people|software|robot|pump|implant|platform|quality)s?)\b((?!\b(not|never|isn't|aren't|don't)\b).){0,45}\b(fall(s|ing)? apart|junk|rubbish|garbage|trash|crooks?|cowboys|liars?|lie[sd]?|frauds?|bankrupt|kill(s|ed)?|dangerous|copied|a joke|amateurs|out of business|going (bust|under)|cover(s|ed)? (it|this|that) up|regrets?)\b/,
      /^(the )?[a-z]+ (is|are|will be|was|were) (practically |nearly |almost |about to go |basically |just |all )?(bankrupt|crooks|cowboys|liars|a scam|frauds|junk|rubbish|going (bust|under)|finished)\b/,
      /\b(wouldn't|don't) (let|trust|touch) (them|him|those)\b.{0,30}\b(near|data|with|patients|plant)/,
    ],
  },
  {
    id: "false-hurry",
    rule: "general-false-hurry",
    says: [
      /\b(sign|order|buy)( it| this| here| now)? first\b.{0,40}\b(read|later|afterwards|details|think|questions)/,
      /\bif you (don't|do not|won't) (sign|order|decide|buy|commit)\b.{0,50}\b(gone|boss|director|regret|sorry|tell|hear|lose|too late|someone else)/,
      /\b(price|offer|discount|slot|deal)s?\b.{0,30}\b(doubles?|is gone|are gone|expires?|disappears?|vanish\w*|goes up|jumps?)\b.{0,25}\b(tomorrow|tonight|today|midnight|in an hour|on monday)/,
      /\b(decide|sign|order|commit)\b.{0,25}\b(on this call|this minute|right this|within the hour|before (we|you) hang up)\b|\b(only|just) valid (for )?today\b|\b(three|two|several|many|other)s? (others|customers|people|hospitals|banks|plants)? ?(want|are after|are waiting for) (your|this|the) (slot|offer|place|machine)/,
    ],
  },
  {
    id: "perfect-performance",
    rule: "general-guarantee",
    says: [
      /\b(won't|will not|will never|never|can't|cannot|not going to|no longer)\b.{0,40}\b(fail|break|stop|see|have|get|need)\b.{0,30}\b(a single|ever|another|again|any ?more|at all)\b/,
      /\b(complications?|infections?|failures?|downtime|scrap|rejects?|errors?|defects?)\b.{0,12}\b(go|goes|drops?|falls?|down|come)\b.{0,6}\bto (zero|nothing)\b|\bnever (misses|fails|stops|breaks|lets)\b/,
      /\b(won't|will not|will never|never)\b.{0,30}\ba single (bleed|infection|ulcer|failure|stop|reject|complaint|defect)/,
      /\bnothing (on|in|about|at) (this|it|our|the)\b.{0,25}\b(can|will|could|ever)\b.{0,10}\b(break|fails?|go wrong|stop)/,
      /\b(holds?|keeps?|works?|runs?|fits?|does)\b.{0,30}\b(no matter what|whatever (you|happens|the)|always|without a stop|under any conditions?|in all (patients|cases)|in every (patient|case)|on (any|every) part)\b/,
      /\bevery (single )?one of (your|our|the) (patients|parts|people|customers|cases)\b.{0,30}\b(will|gets?|goes)\b/,
      /\b(can't|cannot|couldn't) do (any |you |them )?(any )?harm\b|\bno (known )?(side effects?|complications?|downtime)\b(?! (were|was|reported|seen|in))/,
    ],
    unless: /\b(study|trial|measured|rated|reported|we had|on \d+ parts)\b/,
  },
  {
    id: "outside-the-label",
    rule: "general-outside-approval",
    says: [
      /\b(label|leaflet|instructions?|manual|indication|cleared|licen[sc]ed|approved|registration)\b.{0,40}\b(but|although|though|officially|only says)\b.{0,50}\b(just as|works?|fine|try|could|can(?!'t|not)|everyone|everybody|go ahead|as well|too|no problem)\b/,
      /\buse[sd]? it\b.{0,40}\b(although|even though|though)\b.{0,25}\b(cleared|approved|licen[sc]ed|label)/,
      /\b(isn't|not|aren't|wasn't|never) (cleared|approved|licen[sc]ed|indicated|certified|meant) for\b.{0,40}\b(could|can|fine|works?|try|use|as well)\b/,
      /\b(between us|unofficially|off the record)\b.{0,60}\b(holds?|works?|fine|safe|everyone|use)\b|\b(holds?|works?|is fine|fits?)\b.{0,12}\b(in|for|with) (the )?(larger|smaller|bigger|other) (sheaths?|vessels?|sizes?|patients|children)\b/,
      /\b(re-?use|re-?sterili[sz]e|autoclave|wash|rinse)\b((?!\b(not|never|mustn't|can't|cannot)\b).){0,30}\bsingle[- ]use|\bsingle[- ]use\b((?!\b(not|never|mustn't|can't|cannot)\b).){0,50}\b(twice|again|(two|three|a couple of|several|a few) times)\b/,
    ],
  },
  {
    id: "before-approval",
    rule: "general-outside-approval",
    says: [
      /\b(certificate|approval|clearance|ce mark|registration|licen[cs]e|permit)\b.{0,30}\b(nearly|almost|soon|a formality|on its way|any day|next (week|month)|through)\b.{0,60}\b(take|use|start|now|install|already|ship)\b/,
      /(?<!\bif )\b(nobody|no one|none of them)(( will| is going to|'ll| would)( ever)? (ask|check|notice|look|find out|care)\b| (checks|asks\b(?! (him|her|them|me|us))))/,
      /\b(sort|fix|do|fill in) (out )?(the )?(paper|paperwork|certificate|contract)s? (later|afterwards)\b/,
    ],
  },
  {
    id: "unsafe",
    rule: "general-outside-approval",
    says: [
      /\b(tape|bridge|bypass|disable|switch off|take|remove|jumper|unplug|override|defeat|block|pull)\b((?!\b(not|never|no)\b).){0,30}\b(door switch|light curtain|guards?|interlock|sensor|safety (circuit|switch|gate)|e-?stop|emergency stop)\b/,
      /\b(with|while) the (door|guard|gate|cover) (is )?open\b/,
      /\b(skip|don't need|needn't do|no need for|forget( about)?|save yourself)\b.{0,15}\b(risk assessment|safety check)/,
    ],
    unless: /\b(must not|may not|mustn't|never|not even|setting mode|reduced speed|stops?)\b/,
  },
  {
    id: "false-records",
    rule: "general-records",
    says: [
      /\bback-?dat(e|ed|ing)\b|\b(put|give|write) (it |that |this )?(an? )?(earlier|older|different) date\b/,
      /\b(fill|make up|invent|copy|complete)\b.{0,25}\b(missing|empty|blank) (weeks?|days?|records?|log|entries|values|measurements|fields)\b|\bwith the same values\b/,
      /\b(leave|keep|take|cut|drop)\b.{0,20}\b(incident|complaint|complication|deviation|event|near miss|failure)\b.{0,25}\b(out of|off|from|between us|quiet)\b/,
    ],
    unless:
      /\b(price|tier|rebate|discount|credit)s?\b|\b(don't|do not|won't|never|can't|cannot) (\w+ )?(back-?date|fill|invent|make|leave|put)\b/,
  },
  {
    id: "personal-data",
    rule: "general-personal-data",
    says: [
      /\b(send|mail|e-?mail|text|forward|give|photograph)\b((?!\b(no|not|never|without|anonymi[sz]ed)\b).){0,30}\b((patients?|customers?|clients?)('s?)?\b.{0,20}\b(names?|list|records?|data|details)|names? of (the |your )?(patients|customers|clients)|list (of|with) .{0,12}(patients?|customers?|clients?))/,
    ],
    unless:
      /\b(no|without|remove|blank|anonymi[sz]e[ds]?|don't|do not) (\w+ )?(names?|patient|customer)/,
  },
  {
    id: "rigged-tender",
    rule: "general-personal-favour",
    says: [
      /\b(specification|spec|tender|requirements?|criteria)\b.{0,40}\b(nobody else|no one else|only we|only us|just us|no other|we're the only)\b/,
      /\b(other|second) bidders?\b.{0,40}\b(agreed|spoken|quote (high|low|higher)|return the favour|take turns)/,
    ],
  },
  {
    id: "certain-outcome",
    rule: "general-guarantee",
    says: [
      /\b(worst case|at the very (least|worst)|for sure|definitely|surely|no doubt|every single (year|month|time|quarter)|won't change|always has|without fail|no question|mark my words|nothing but)\b.{0,50}\b(you (get|make|earn|keep|save|have)|back|percent|per cent|%|profit|returns?|money|up|down|year)\b/,
      /\b(you (get|make|earn|keep)|back|percent|per cent|%|profit|returns?|money)\b.{0,50}\b(is certain|that's certain|that much is certain|for sure|no doubt|every single (year|month|quarter)|won't change|without fail|no question|mark my words)\b/,
      /\b(readmissions?|infections?|complications?|failures?|rejects?|scrap|downtime|errors?|falls|ulcers?|problems?|worries)\b.{0,20}\b(will |'ll |just |simply )?(vanish|disappear|be gone|be history|be a thing of the past)\b/,
      /\b(isn't|not) (a|one) (single )?(customer|client|hospital|plant|bank|patient|user)\b.{0,30}\b(hasn't|haven't|didn't|who isn't)\b|\b(put it in|install it|set it up|buy it) and forget\b|\boutlives?\b|\bfor the rest of your life\b/,
    ],
    unless: /\b(study|trial|measured|report|contract|annex|if|unless|might|may|could)\b/,
  },
  {
    id: "in-secret",
    rule: "general-records",
    says: [
      /\b(quietly|on the quiet|off the record|no paperwork|without (any )?paperwork|keep (it|this|that) (quiet|between us)|don't tell (anyone|anybody|her|him|them)|nobody (reads|looks|will ever|would ever)|no one (reads|looks|would ever)|who's (going to|gonna) (compare|check|know|notice|look|ask))\b/,
    ],
    unless: /\b(runs?|works?|motor|fan|noise) (very |so )?quietly\b/,
  },
  {
    id: "personal-benefit",
    rule: "general-personal-favour",
    says: [
      /\b(pay|paid|fee|cash|money|commission|adviser|something)\b.{0,25}\bon the side\b/,
      /\byour (nephew|niece|son|daughter|wife|husband|brother|sister|kids?|children|family|parents)\b.{0,70}\b(job|desk|internship|position)\b|\b(find|get|arrange|pay|sponsor|cover|organise)\b.{0,40}\byour (nephew|niece|son|daughter|wife|husband|brother|sister|kids?|children|family)('s)?\b/,
      /\b(golf|weekend|holiday|trip|cruise|tickets?|hospitality|watch|phone|tablet|gift card|voucher|hamper|case of wine)\b.{0,40}\b(your name on it|for you|on us|waiting for you|with our compliments)\b/,
      /\b(adviser|advisor|consultant|speaker|expert)\b.{0,30}\b(a (quarter|month|year)|thousand|honorarium|nothing you('d| would)? need to do|nothing to do)\b/,
    ],
  },
  {
    id: "rival-bad-end",
    rule: "general-rival",
    says: [
      /\b(won't|wouldn't|will not) (be around|exist|last|survive|make it)\b.{0,20}\b(next|the|another|a|until)\b|\b(put|sent|cost) (patients|people|someone) (in|to|their|his)\b.{0,15}\b(morgue|grave|icu|life|lives|hospital|job)/,
      /\bwith (?!us\b|ours\b|this\b|that\b|the\b)[a-z]+ you'll (spend|have|get|be|need)\b.{0,50}\b(more time|trouble|problems?|service|sorry|waiting|repairs?)\b/,
    ],
    unless: /\b(we|our|us) (won't|wouldn't)\b/,
  },
  {
    id: "unapproved-use",
    rule: "general-outside-approval",
    says: [
      /\b(registered|approved|cleared|indicated|licen[sc]ed|meant|labelled|intended) for\b.{0,40}\b(a lot|many|lots|plenty|people|colleagues|others|everyone|everybody)\b/,
      /\b(start|begin|use|implant|take|install|go ahead)\w*\b.{0,40}\b(stamp|certificate|approval|clearance|permit|paper)\b.{0,40}\b(question of|matter of|days|formality|coming|follows|later|in the post)\b/,
      /\b(wedge|jam|prop|tie|zip-tie|hold)s?\b((?!\b(if|not|never|must)\b).){0,12}\b(gate|door|guard|switch|button|cover)\b.{0,40}\b(with|open|quicker|faster|down|back)\b/,
    ],
    unless: /\b(stops?|must not|not allowed|on purpose|alarm)\b/,
  },
  {
    id: "hidden-or-invented",
    rule: "general-records",
    says: [
      /\b(fee|charge|cost|surcharge)s?\b.{0,30}\b(small print|footnote|at the (very )?(back|end)|page (thirty|forty|fifty))\b/,
      /\b(real|genuine|actual|live|original) (\w+ ){0,2}(statements?|records?|files?|charts?|names|accounts?|customer data|patient data)\b.{0,30}\b(to me|my (inbox|phone)|into|over|on a stick|usb)|\b(send|drop|mail|copy|give)\b((?!\b(no|not|never)\b).){0,15}\b(real|genuine|actual|live) (\w+ ){0,2}(statements?|records?|files?|charts?|names|accounts?|data)\b/,
      /\b(type|copy|put|carry|use|enter)\b.{0,15}\b(last (month|week|year|quarter)'s|the same|old) (figures?|values?|numbers?|readings?)\b/,
      /\b(yes|decide|order|sign|take it)\b.{0,6}\b(now|today|right now) or (it|the|you|they)\b.{0,30}\b(leaves|goes|gone|lose|tomorrow|somebody else|someone else)\b/,
    ],
    unless: /\b(made-up|anonymi[sz]ed|marked)\b/,
  },
];
