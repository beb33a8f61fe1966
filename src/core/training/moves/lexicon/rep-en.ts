// What reps do, as they say it in English; matched on folded text. Collected from the shipped talk tracks and calls.
import type { Lexicon, RepMove } from "../model.ts";

export const englishRep: Lexicon<RepMove> = {
  greeting: [
    /^(hi|hello|hey|good (morning|afternoon|evening|day)|greetings)\b/,
    /\bhow are you|how('s| is) it going|nice to meet you|how('s| is) your day|how('re| are) (you|things)\b/,
  ],
  thanks: [/\bthank(s| you)|\bappreciate (it|your|that|you)|\bgrateful\b/],
  farewell: [
    /\b(good ?bye|bye|take care|have a (great|good|nice|wonderful|lovely)|see you|talk soon|until (then|thursday))\b/,
  ],
  small_talk: [
    /\b(weather|weekend|football|holiday|coffee|tea|lunch|kids?|family|traffic|dog|cup|wallpaper|photograph)\b/,
  ],
  question: [
    /\?/,
    /^(so |and |but |then |ok(ay)?,? |well,? |right,? )?(what|which|who|whose|when|where|why|how)\b(?! (a|an|we|i|it) )/,
    /^(so |and |but )?(do|does|did|is|are|was|were|have|has|can|could|would|will|may|might|shall) (you|your|it|the|that|there|they|we|i|this|any|anyone|somebody)\b/,
    /\b(walk me through|tell me (about|what|which|how|where|who)|show me (where|how|what)|help me understand|i'd like to (know|understand))\b/,
    /\b(curious|wondering) (how|what|whether|if|why)\b/,
  ],
  value: [
    /\b(sav(e|es|ing|ings)(?! the\b)|reduc(e|es|ing|tion)|cut(s|ting)?|lower(s|ing)? your|improv(e|es|ing|ement)|increas(e|es|ing)|faster|fewer|benefits?|helps? you|means (that )?you|so that you|you('d| would|'ll| will) (get|have|be able|see|keep|save)|makes? it (easier|possible)|without (having|the need)|any ?more\b|no longer|by itself|on its own|uptime|pays? (for itself|back)|payback|return on|value)\b/,
    /\b(makes? a (big |huge |real )?difference|goes (directly |straight )?to|worth(while)?|every (little|bit|dollar|penny|cent)|deserves? |goes a long way|will (feed|protect|provide|give|save|help) )/,
    /\b(suffer(s|ing)?|starv(e|es|ing|ation)|hungry|hunger|dying|die(s)? (each|every|from|of)|threats?|poverty|violence|killed|injured|intensive care|did you know|lives (of|are)|clean water)\b/,
  ],
  number: [
    /\d+(?:[.,]\d+)*\s?(%|percent|per cent|k\b|m\b|million|thousand|euros?|dollars?|pounds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|seconds?|pieces?|units?|shifts?|people|nurses?|cases?|beds?|tonnes?|points?)?/,
    /[$€£]\s?\d/,
    /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half an?|one)[- ](?:and a half )?(percent|per cent|million|thousand|euros?|dollars?|pounds?|minutes?|hours?|days?|weeks?|months?|years?|seconds?|pieces?|shifts?|nights?|people|engineers?|trainers?|nurses?|cases?|points?|cents?|times)\b/,
    /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|once an?|twice an?)[- ](?!(of|or|and|to|more|different) )[a-z]{3,}/,
  ],
  date: [
    /\b(by|on|at|before|until|from) the (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-\w+|thirtieth|thirty-first)\b|\bweek (one|two|three|four|five|six|seven|eight|\d+)\b|\b(\w+|\d+) days (before|after|from)\b/,
    /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(tomorrow|tonight|today|next (week|month|monday|quarter)|this (week|afternoon|month)|end of (the )?(week|month|quarter|day))\b/,
    /\b(by|on|at|before|until|from) (the )?(\d{1,2}(st|nd|rd|th)?\b|noon|midday|end|january|february|march|april|may|june|july|august|september|october|november|december)/,
    /\b(january|february|march|april|june|july|august|september|october|november|december)\b|\b\d{1,2}([:.]\d{2}|\s?[ap]m| o'clock)\b|\b(call|ring) again\b|\banother (time|day)\b|\bin (a|two|three|four|\d+) (days?|weeks?|months?)\b/,
  ],
  proof: [
    /\b(a|one|the|another) (\w+ )?(centre|center|hospital|plant|bank|clinic|customer|site|lab|insurer|fund|factory) in [a-z]+|\bfollow-up\b|\bregistry\b|\btable (one|two|three|four|five|\d)\b/,
    /\b(stud(y|ies)|trial|test(ed|s| report| results?)?|measured|report|evidence|certificat(e|ion)|audit(ed)?|published|data ?sheet|benchmark|appendix|full text|logs?|figures? from|source|validated|conformance|statement|registry)\b/,
    /\b(reference|another (customer|hospital|plant|bank|clinic|site)|customers? like|one of our (customers|clients)|call them|speak (to|with) (them|her|him|someone)|you can (check|verify|ask|look|call|talk to|visit|speak)|their website|rated|rating|proven)\b/,
    /\b(international|non-? ?governmental|ngo|promotes?|relief|developing countries|federation|headquarter(s|ed)|accredited|registered (charity|company)|since \d{4}|years of experience|(percent|%|cents) of (the|every|all|each)|research team|organi[sz]ation|founded|in \d+ countries|millions? of|established|transparent)\b/,
  ],
  paper: [
    /\b(in writing|written|on paper|contract|clause|annex|appendix|on the (invoice|quote|quotation|order)|itemi[sz]ed|sign(ed)? off|acceptance|one page|a page|document|protocol|in the minutes|term sheet|agreement|schedule|e-?mail(ed)? you|roster|list)\b/,
  ],
  person: [
    /\b(i'll|i will|i'd|we'll|we will|let me|i can|i could|shall i) (\w+ )?(send|bring|write|ring|call|put|draft|book|come|be (there|on|standing)|check|find|prepare|stay|stand|take|ask|give|name|cover|train|share|set|pay|do)\b/,
    /\b(our|my|your) ((duty|branch|ward|plant|site|line) (officer|manager|engineer|lead)|engineers?|trainers?|technicians?|colleagues?|project manager|lawyer|people|team|specialists?|director|controller)\b|\b(call|talk to|speak (to|with)|visit|ring) (them|their|him|her)\b|\b(named?|responsible|owns? it|in charge|on site|present)\b/,
  ],
  story: [
    /\b(i (have |'ve )?(personally |also |always |already |just |usually )*(donate|donated|gave|give|use|used|tried|saw|seen|remember|worked|grew up|am going to|plan|believe|love|feel|felt)|i'(m|ve) (going to|been|planning|a parent)|when i was|my (own )?(son|daughter|kids?|children|wife|husband|mother|father|uncle|aunt|grandfather|granddad|grandmother|brother|sister|family|friends?|donation|job)|myself|once had a customer|years ago|last (spring|summer|autumn|winter)|(he|she|they) (rang|told|swore|laughed|shouted)|a customer (of ours|once))\b/,
  ],
  empathy: [
    /\b(i (totally |completely |fully )?(understand|see|hear you|get (it|that))|that('s| is) (fair|true|right|understandable|a (fair|good) point|hard|tough)|fair( enough| point| question)?[.,!]|you('re| are) right|sorry|makes sense|i('d| would) be (cross|annoyed|angry)|sounds? (hard|tough|frustrating|like)|must (be|have been)|i agree|no wonder|rightly so|i know what you mean|of course|exactly)\b/,
    /^(that('s| is) )?fair( enough| point| question)?(?=[.,!])/,
    /^(that('s| is) )?(great|awesome|wonderful|amazing|nice|excellent|fantastic|wow|cool|ok(ay)?|good(?! (morning|afternoon|evening|day))|true|sure|absolutely|definitely|yes|yeah|haha)\b/,
  ],
  praise: [
    /\b(nice|kind|good|sweet|great) of you|\byou('re| are|'ve been| sound like) (an? )?(\w+ ){0,2}(person|human being|partner|hero|heart|soul|angel)\b|\b(that|this)('s| is| was) (so|really|very|extremely) (generous|kind|nice|wonderful|sweet|thoughtful)|\bwow,? (that|you)|\bi really appreciate (you|your)|\bso (glad|happy) to hear\b/,
    /\b(you('re| are|'d be) (very |so |such |really |an? )*(kind|generous|awesome|amazing|great|wonderful|good|nice|smart|caring|thoughtful|hero|sweet)|(kind|generous|nice|thoughtful|great|good|sweet) of you|so generous|your (kindness|generosity|time|help|support|good heart))\b/,
  ],
  admission: [
    /\b(we|i|it|they|that) (can't|cannot|can not|couldn't|don't|doesn't|didn't|haven't|hasn't|isn't|aren't|won't|wouldn't|am not|are not|is not|do not|does not) (yet )?(know|do|have|cover|show|say|help|see|work|measured?|validated?|tested|test|include|claim|sure|certain|prove|fit|support|name|run|named|in|good|the)\b/,
    /\b(limit(s|ation|ations)?|weak(ness| spot)?|not (validated|tested|included|sure|known|yet)|that was (ours|our fault)|our (mistake|fault)|we (got (that|it) wrong|were (late|wrong)|failed)|i (don't|do not) know|i('ll| will) find out|to be honest|honestly|wrong answer|is lost|lose|drawback|downside|does nothing for|i've never|never (sat|done|seen|tested|measured)|only calculated|open (point|question)|exceptions?|estimate|modelled|assum(e|ption|ptions))\b/,
  ],
  refusal: [
    /\b(i|we) (can't|cannot|won't|will not|may not|must not|don't|do not|am not allowed to|are not allowed to|wouldn't|would rather not) (\w+ )?(promise|guarantee|discuss|confirm|certify|sponsor|backdate|invent|enter|say|offer|pay|comment|speak|do that|give|sign|sponsor|show|share|recommend|name|talk|accept|write|match|drop|go lower|move|link|teach|swear|vouch|commit)\b|\b(not going to|wouldn't dare( to)?|lying if i|no way i can) (promise|promised|guarantee|swear|vouch|commit)\b|\bno (promise|guarantee)s?\b/,
    /^no[.,!]|\bno personal\b|\b(outside|off|not within|beyond) (the |our |its )?(label|indication|intended|scope|mandate)|\bthat('s| is) not something (i|we)\b|\bnothing personal\b|\bnot from us\b/,
    /,\s*no[.!]?$|^(the )?same answer\b|\bno (fees?|payments?|envelopes?|gifts?|watch(es)?|kickbacks?|commissions?|favou?rs?)\b|\b(not another|no (more|further|extra)) (discount|cut|point|percent)/,
  ],
  their_own: [
    /\byour (own |current |last |existing |present )*(figures?|numbers?|data|logs?|invoices?|volumes?|rosters?|samples?|cases?|parts?|castings?|fails?|rejects?|scrap|costs?|contract|unit|team|people|nurses?|ward|lab|plant|line|shift|auditors?|desk|bench|technicians?|engineers?|board|committee|staff|workers|operators|template)\b|\byou (told|said|mentioned|named)\b|\blet's (count|do the|take your)\b/,
  ],
  comparison: [
    /\b(competitors?|both of (us|them)|other (offer|company|supplier|bidder|vendor|side|quote|bank)|their (offer|price|quote|contract|column|scope)|theirs|incumbent|compare[ds]?|comparison|side by side|line by line|same (scope|basis|lines|five lines)|both (offers|contracts|bidders|quotes)|versus|instead of them|cheaper (one|offer))\b/,
  ],
  safeguard: [
    /\b(pilot|trial (run|period|phase)|exit|fall ?back|roll ?back|way back|backup|spare|loan(er)?|penalt(y|ies)|if it (fails|doesn't|breaks|slips)|we stop|you (can )?stop|in stages|staged|step by step|step back|cap(ped)?|escrow|refund|warranty|run in parallel|parallel|keeps? (running|working|recording|counting)|still (runs|works|prints)|stays? (in place|untouched|where it is|on site|as it is)|buffer(s|ed)?|cach(es|ed)|(stored|kept|held) (locally|on site)|read[- ]only|untouched|switch(es|ed)? (it )?off|unplug|outbound only|stop point|stop it|uninstall|until you('ve| have)|first (three |two |few )?nights|nights?|covers?|free of charge if|credits?|hand ?over|back out|milestones?)\b/,
  ],
  concession: [
    /\b(i|we)('ll|'d| will| can| could| would) (give|do|go|offer|knock|take|drop|cut)( \w+){0,4} ?(percent\b|per cent\b|%|off\b|discount\b)/,
    /\b(look at|move on|be flexible (on|about)|talk about) (the|our) price|price is (negotiable|flexible)|(some )?room (in|on) (the|our) price|may be some room|(ok(ay)?|fine|sure|all right|deal),? (then )?(\w+ )?(\d+|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty) ?(per cent|percent|%)|tell me where i have to be|name your price/,
    /\b(what|how about) if (we|i) (drop|cut|lower|take|come down|go down)\b|\bbring (it|that|this|the price) down\b|^(sure|ok(ay)?|fine|yes|no problem)\b[^.?]{0,24}\bwe can do\b(?!.{0,60}\bif\b)/,
    /\b(i|we)('ll| will| can|'d| could)? match (it|that|them|their|this|the (price|offer|lowest))(?! (against|with|to|line)\b)\b|\b(five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty) (per cent|percent) (off|less)\b|\b(then|make it|say) (\w+ ){0,2}(five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|\d+) ?(per cent|percent|%)/,
    /\b(discount|knock (off|\d+)|(i|we) (can|could|will|'ll|would) (do|give|go|come|take|drop|lower|reduce|cut|throw|match|offer)( \w+){0,4} (percent|%|off|lower|down|free|price|better price|for free|that price|cheaper)|for free|free of charge|on the house|(weeks|months) free(?! of)|special price|best price|throw in|\d+ ?(%|percent) (off|less|discount))\b/,
    /\b(even (a|just|if it)|as little as|however (small|much|little)|any amount|small (amount|donation|contribution)|just a (few|little|dollar)|only (a |\$|\d|\.)+|no matter how (small|much)|doesn't (need|have) to be (much|a lot)|little bit|every (little|penny|cent|bit|dollar))\b/,
  ],
  trade: [
    /\bif (you|the order|your|we get|we can|both|the term)\b.{3,90}\b(i|we)('ll| can| could| will|'d)\b|\b(i|we)('ll| can| could| will|'d| move)\b.{0,60}\b(if (you|the order|your)|in return|in exchange|provided|on condition|against (a|your))\b|\b(in return|in exchange|not for nothing|swap|trade (it|that|this)|(works?|fine|possible|ok(ay)?|doable|acceptable|agreed|happy (to|with)|is in|in it|goes|drops?|comes? down)\b[^.?]{0,40}\b(if|as long as|provided|once|against|in return for) (you|your|the (order|term|volume|contract))\b|against a commitment|\b(one|two|three|four|five|six|seven|eight|nine|ten|\d+)( ?(percent|per cent|%|points?))? (off )?if (you|the) |smaller scope|less scope|take out of the scope|i can move if)\b/,
    /^(?=.{0,160}(%|\b(percent|per cent|points|off|discount|cheaper|free|on us|included|throw in|extra (year|month|week|day)|comes? down|go down|move on price)\b))(?=.{0,160}\b(pre-?pay\w*|up ?front|in advance|pay(ment|ing)? (in|within|at|on|earlier|sooner)|(two|three|four|five|\d+)[- ]years?|longer term|volume|(order|take|sign|buy) (both|all|two|three|four|five|\d+|by|for)|all (two|three|four|five|the) \w+|commit\w*|case study|reference|exclusiv\w+|full payment|leave out|drop the|without the|fewer)\b).*(\b(if|when|once|against|in return|then|but|provided|as long as|only with|in exchange)\b|:|\b(and|so) (i|we|the|it)('s|'d|'ll)?\b|\bwhat would you give\b)/,
    /\bwhat (would|will|do|can) you (give|do|offer|put)( me| us)? (for|in)\b|\byou get .{3,60}\b(if|when|once) (we|i) get\b|\bfor a (longer|two|three|four|five|firm|bigger|larger)[ -]?\w* ?(order|term|contract|commitment|year)\b/,
  ],
  close: [
    /\b(shall (we|i)|can (we|i) (book|meet|put|come|count on|have|sign|agree|ring|call|get)|could (we|you) (meet|sign|book|agree)|let's (book|meet|sign|agree|set|start|fix|do|say)|next step|would you (be )?(like|will|willing|interested|consider|agree|care|sign|take|put|want)|(are|would) you (be )?(willing|interested|ready|happy|able|open) (to|in)|will you (sign|take|put|bring|agree|make|be|donate)|do you agree|do we have|is that a (deal|yes)|what would (it take|you need|have to)|say yes|sign(s|ed|ature)?\b.{0,30}\b(on|by|form|today|thursday|friday)|yes or no|put (me|us|it) on (the|your) agenda)\b/,
    /\b(how much (would|do|can|could|will|are)|can i (put|interest|ask (you |for ))|(like|want|willing|able) to (donate|give|contribute|help|start|go ahead|move)|make a (small )?donation|just to (be sure|confirm)|(donate|give|contribute) (something|today|now|some|to)|(i'll|we'll|i will|we will) (send|bring|ring|call|come|have|be|write|deliver)\b.{0,70}\b(by|on|at|tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|next week|the \d+))\b/,
    /\b(does|would|is|are|can) (that|this|thursday|tuesday|monday|wednesday|friday|it|you)\b.{0,30}\b(work|suit|enough|do|free|good for you)\b.{0,20}\?/,
  ],
  pressure: [
    /\b(last chance|only (valid )?(today|until)|sign (now|today)|(sign|order|decide|buy|commit|do it)\b.{0,20}\bright now|limited (time|offer)|price (goes|will go) up|going up|hurry|you (just |only )?(have|need) to (decide|sign|act)|^(so |and |please |now )*just sign\b|(already|all) (decided|approved|agreed)\b.{0,30}\b(just|only|your signature|sign)|before it's too late|someone else (will|wants)|your (director|boss|manager|ceo) (will|already|wants|would)|go to your (director|boss)|over your head|my (manager|boss|director) (is asking|needs|wants|keeps)|i (really )?need (to know|an answer|your (answer|signature|decision)|it signed) (by|before|today|this)|act (fast|now)|don't miss)\b/,
  ],
  boast: [
    /\b(best(?! (and final|case|time|day|way|person|guess|before))(-in-class)?|leading|market leader|number one|world[- ]class|state[- ]of[- ]the[- ]art|revolutionary|cutting[- ]edge|innovative|unique|unbeatable|amazing product|game[- ]chang(er|ing)|top[- ]quality|great quality|premium|superior|fantastic|seamless(ly)?|synerg(y|ies)|solution(s)? that|comprehensive|award[- ]winning|next[- ]generation|everyone (loves|uses)|trusted by|robust|holistic|industry standard)\b/,
  ],
  evasion: [
    /\b(don't worry|trust me|no problem at all|not a problem|we('ll| will) (figure|sort|work) (it|that|this) out|let's not (worry|get into)|we can (discuss|talk about) (that|it) later|i('ll| will) (get back|come back) to (you|that)|that depends|it depends|(i|we)('d| would|'ll| will)? (have|need) to (check|ask|look into|confirm|speak to|talk to)|let me (check|ask|talk to|speak to|get back)|as i (said|mentioned)|like i said|moving on|anyway|the important thing is|what matters is|somehow|should be fine|it'll be fine|never (been )?an issue|i'm sure|(basically|practically|almost|really|hardly) (n)?ever (happens?|fails?|breaks?)|never happens|if it (ever )?comes up|(very|extremely|quite) (rare|unlikely)|(was|is) an exception|one-off|(standard|normal) (procedure|practice|process)|(is|was|are|were) (really |very |quite )*(good|great|excellent)[.!]|i think so|(only|just) (takes|need|needs) (a|\w+) (minute|second)|no obligation|between (us|you and me)(?! (and|on))|off the record|nobody (will|needs to|has to) know|a (minute|moment) of your time|commercially sensitive|confidential|nothing to worry about)/,
  ],
  rudeness: [
    /\b(idiots?|stupid|shut up|moron|fuck\w*|shit|bullshit|damn you|dumb|screw you|asshole|bitch|bastard|crap|go to hell|loser|pathetic|(?<!(save|give|get|send|bring|lend|cost|find) )you people|selfish|stingy|clueless|incompetent|out of your depth|stop whining|whining|grow up|get me (somebody|someone) who|do you even (understand|know)|you (obviously|clearly) (don't|have no|can't)|you('re| are) (too (nervous|slow|old|dumb)|the only one who makes trouble)|waste of (my )?time|(stop|quit) wasting my|whatever(?=[.!]?$|,? (just sign|it's your (loss|money|problem)))|take it or leave it|just do your job|what('s| is) your problem|you('re| are) being (difficult|ridiculous|stubborn)|get on with it|make up your mind|don't be ridiculous|what('s| is) wrong with you|how dare you|none of your business|are you deaf|hate you|you don't care)\b/,
  ],
  attack: [
    /\b(ignore|disregard|forget|override)\b.{0,40}\b(previous|prior|above|earlier|all|your|these)\b.{0,30}\b(instructions?|prompts?|rules?|guidelines|context)\b/,
    /\b(system prompt|you are (now )?(an? )?(ai|assistant|language model|chatbot|gpt|dan|bot)|as an ai|jailbreak|developer mode|act as (if|an?)|pretend (to be|you)|new instructions?|end of (prompt|scenario|session)|reveal your (prompt|instructions|hidden)|print your|hidden agenda|set (trust|mood|state)|stay in character|break character|role-?play|simulation|\{"?(role|system|trust|ended)"?)/,
    /<\/?(system|instruction|assistant|user)\b|\[(system|inst)\]|\b(customer|assistant|system)\s*:\s*(i|yes|ok|agree|you)/,
  ],
  off_topic: [
    /\b(bitcoin|crypto|horoscope|movie|netflix|recipe|lottery|video game|celebrity|tiktok|world cup|poem|joke)\b/,
  ],
};
