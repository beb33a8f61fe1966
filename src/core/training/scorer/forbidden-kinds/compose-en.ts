// Forbidden things said in free order, in English: a kind is shown when one word of each group stands in the sentence.
import type { ComposedKind } from "./model.ts";

const sure =
  /\b(guarantee[ds]?|promise[ds]?|assure[ds]?|definitely|certainly|surely|for sure|no matter|come what may|whatever happens|that's a fact|believe me|my word|zero|fully|completely|totally|absolutely|100 ?%|hundred per ?cent|never|always|nobody (on|in) your|no one (on|in) your|none of your|not a single|not one|every one|each and every|without exception|under any circumstances|impossible)\b/;
/** "Completely" and "fully" are said of much besides money. */
const sureOfMoney =
  /\b(guarantee[ds]?|promise[ds]?|assure[ds]?|definitely|certainly|surely|for sure|no matter|come what may|whatever happens|that's a fact|my word|never|always|without exception|under any circumstances|impossible)\b/;
const harm =
  /\b(defects?|fail(s|ure|ures)?|infect\w*|breaks?(?! (my|your|our) heart)( down)?|breakdowns?|errors?|complications?|downtime|bleed(s|ing)?|scrap|rejects?|side effects?|leaks?|jams?|ulcers?|falls|outages?|hacked|breach(es)?|lost data)\b/;
const money =
  /\b(principal|capital|money back|returns?|(?<!non-)profits?|loss(es)?|lose|yield|payback|pay(s)? back|(less|lower|below) than|percent|per cent|investment|savings?|break even)\b/;

/** Said with its source, its conditions or its remedy, a strong word promises nothing beyond them. */
const bounded =
  /\b(study|trial|measured|report(ed)?|figures?|contract|clause|annex|penalt(y|ies)|if|unless|until|when|where|which|goal|target|aim|except|spares?|on site|deliver(y|ies)?|sign|until|at (\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|twenty|forty|fifty)\b|on (\d+|your|our|sixty|forty) (parts?|cases|castings)|table|test(ed|s)?|protocol|page|invoice|limit|scenario|assum\w+|estimate|worst|bad year|can go|might|(?<!come what )may|could)\b/;

/** "I can't", "we're not allowed to", "it has to be paid by your hospital". */
const denial =
  /\b(can't|cannot|couldn't|not allowed|wouldn't|must not|mustn't|may not|refuse|nobody can|no one can|don't (\w+ )?(promise|guarantee|offer|pay|know|say|do)|won't (\w+ )?(promise|guarantee|offer|pay|say|do|show|write)|i have to stop|never (disable|bridge|bypass|promise|say)|has to be paid|ask (medical affairs|your)|not (mine|ours) to|no (guarantee|promise)|nothing against|isn't a promise)\b/;

export const englishComposed: readonly ComposedKind[] = [
  { id: "sure-of-harm", rule: "general-guarantee", all: [sure, harm], unless: bounded, denial },
  {
    id: "sure-of-money",
    rule: "general-guarantee",
    all: [sureOfMoney, money],
    unless: bounded,
    denial,
  },
  {
    id: "sure-of-market",
    rule: "general-forecast",
    all: [
      /\b(interest rates?|rates|dollar|pound|sterling|euro|yen|franc|stock market|markets|inflation|gold|share price|index)\b/,
      /\b(will|going to|'ll|bound to|heading|goes|nowhere but)\b/,
      /\b(fall|drop|rise|climb|lower|higher|up|down|crash|double|recover|(to|below|above|past) \d[\d.]*)\b/,
      /\b(fact|sure|certain|certainly|definitely|guarantee[ds]?|promise|no doubt|believe me|trust me|everyone knows|mark my words|bet|nowhere but|pretty sure|convinced|so (lock|hedge|buy|sell))\b/,
    ],
    unless: /\b(if|some|others|could|may|might)\b/,
    denial,
  },
  {
    id: "cost-kept-quiet",
    rule: "general-hidden-cost",
    all: [
      /\b(fees?|charges?|costs?|surcharges?|commissions?|mark-?ups?|margin)\b/,
      /\b(don't|do not|won't|needn't|rarely|never|usually don't|not)\b.{0,12}\b(show|tell|mention|list|print|explain|disclose|bring|spell)\b|\b(hide|hidden|bury|buried|slip|tuck|keep quiet|leave out|skip)\b/,
    ],
    unless: /\b(what|which|any|no) (hidden|other)\b|\bhidden (costs?|fees?) (you|that you)\b/,
    denial:
      /\b(can't|cannot|must not|may not|not allowed|wouldn't) (hide|leave|keep|skip)\b|\bnothing is hidden\b/,
  },
  {
    id: "favour-for-you",
    rule: "general-personal-favour",
    all: [
      /\b(finder's fee|commission|trip|travel|flights?|holiday|tickets?|hotel|cash|kick-?back|gifts?|dinner|voucher|bonus|adviser contract|speaker fee|reward|something)\b/,
      /\b(between (you and me|us)|abroad|private(ly)?|personally|taken care of|on us|for you and|for yourself|i'll make sure|we'll arrange|off the|your (wife|husband|family|account))\b/,
    ],
    unless: /\b(hospital|institution|company) (pays|has to|must)\b/,
    denial,
  },
  {
    id: "rival-spoken-ill-of",
    rule: "general-rival",
    all: [
      /\b(they|their|theirs|them|competitors?|rivals?|the other (one|company|supplier|vendor)|\w+'s (robots?|machines?|systems?|pumps?|stents?|valves?|implants?|software|devices?|people|service|products?)|\w+ (bank|insurance|medical|systems|group|robotics))\b/,
      /\b(can't be trusted|can't trust|not to be trusted|under investigation|garbage|rubbish|junk|trash|worthless|crooks?|liars?|frauds?|bankrupt|insolvent|break(s)? inside|fall(s)? apart|kill(s|ed) (people|patients|someone|somebody|him|her)|dangerous|a (disaster|nightmare|joke|scam)|copied|second[- ]rate|hopeless)\b/,
    ],
    unless: /\b(nothing against|our|we|your) (own )?(old|mistake|fault)?\b.{0,4}\b(was|were)\b/,
    denial:
      /\b(can't|cannot|won't|don't) (comment|judge|say|know|speak)\b|\bnothing against\b|\bwhat makes you\b/,
  },
  {
    id: "not-approved-but",
    rule: "general-outside-approval",
    all: [
      /\b(isn't|not|wasn't|never|aren't)( yet| really| officially)? (approved|cleared|licen[sc]ed|indicated|certified|registered|labelled|meant|intended)\b|\b(off|outside the) label\b/,
      /\b(give it a try|try it|love it|loves? it|works?|fine|use it|uses it|go ahead|great|no problem|anyway|could as well|swear by)\b/,
    ],
    denial,
  },
  {
    id: "safety-switched-off",
    rule: "general-outside-approval",
    all: [
      /\b(disable|bridge|bypass|switch off|turn off|override|remove|take off|unplug|defeat|cut|mute|silence|jumper|tape)\b/,
      /\b(interlocks?|light curtain|guards?|door switch|safety (circuit|switch|relay|stop)|emergency stop|e-?stop|protective)\b/,
    ],
    denial:
      /\b(never|not|don't|can't|cannot|mustn't|no one|nobody|forbidden|instead of|if (you|somebody|someone))\b/,
  },
  {
    id: "records-touched-up",
    rule: "general-records",
    all: [
      /\b(adjust|tweak|massage|touch up|doctor|polish|edit|alter|invent|fake|back-?date|make up|correct)\b/,
      /\b(reports?|records?|protocols?|logs?|certificates?|results?|readings?|test sheets?|measurements?|minutes|dates?)\b/,
      /\b(so (it|that|they)|to (match|fit|pass)|match(es)?|fits?|pass(es)?|looks? (good|better|right)|for you|nobody|no one|afterwards)\b/,
    ],
    denial,
  },
  {
    id: "or-else-tonight",
    rule: "general-false-hurry",
    all: [
      /\b(discount|offer|price|deal|quota|slot|bonus|conditions?)\b/,
      /\b(midnight|tonight|today|in an hour|by (noon|five|tomorrow)|tomorrow morning|this call)\b/,
      /\b(or (else|pay|you|it)|otherwise|dies|gone|full price|never again|last chance|expires?|too late|withdrawn)\b/,
    ],
    denial,
  },
];
