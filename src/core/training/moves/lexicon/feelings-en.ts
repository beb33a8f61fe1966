// Words by which an English-speaking customer shows a feeling about an offer; matched on folded text.
import type { Feeling } from "../sentiment.ts";

export const englishFeelings: readonly Feeling[] = [
  // Idioms whose words mean the opposite one by one.
  [
    2,
    /\b(not bad( at all)?|no objections?|go ahead|straight with me|honest with me|fair play|(a )?weight off|relieved|nobody has been)\b/g,
  ],
  [
    -2,
    /\b(yeah,? right|as if|give me a break|here we go again|(would|will|'ll) laugh|fed up|had enough|without (the|our|a|my) \w+ for \w+ (days|weeks|months)|sure you (do|will|are))\b/g,
  ],
  [
    2,
    /\b(deal|i'm in|count me in|i('ll| will) (sign|take it|do it|donate|give|put you|recommend|be there)|you('ve| have) got (it|my|your)|convinced|i('d| would) (love|be (happy|glad|willing|more than)) to|happy to|glad to|love to|willing to|want to help|let's do (it|that))\b/g,
  ],
  [
    1.5,
    /\b(excellent|wonderful|amazing|awesome|fantastic|perfect|great|love(d|s|ly)?|impress(ed|ive)|brilliant|thrilled|beautiful)\b/g,
  ],
  [
    1,
    /\b(good|nice|glad|happy|helpful|useful|agree(d)?|yes|yeah|yep|sure|absolutely|definitely|certainly|of course|correct|exactly|right,|fair|works for me|makes sense|sounds (good|right|fair|interesting)|interest(ed|ing)|thank(s| you)|appreciate|worth(y|while)?|important|trust you|can work with|keep going|go on|worked|i see|true|cool|enjoy(ed)?|pleased?|welcome|better|care|deserve|noble|generous|honest(ly)? answer|first who|nobody (else )?(has ever|ever|had)|haven't heard|relief)\b/g,
  ],
  [
    0.5,
    /\b(ok(ay)?|fine|all right|alright|maybe|perhaps|possibly|continue|carry on|i guess|haha|lol)\b/g,
  ],
  [
    -2,
    /\b(scam|fraud|liars?|lying|lied|waste of (my )?time|get out|we('re| are) done|never again|hate|furious|ridiculous|insult(ing|ed)?|nonsense|bullshit|rubbish|disgust(ed|ing)?|stop (calling|there)|don't call|hang(ing)? up|not interested|no thank(s| you)|forget it|i think we('ll| will) stop)\b/g,
  ],
  [
    -1,
    /\b(no|nope|nah|won't|can't|cannot|refuse|declin(e|ed)|unfortunately|problems?|worr(y|ied|ies)|concern(ed|s)?|doubt(s|ful)?|suspicious|skeptical|sceptical|bad|worse|worst|expensive|too (much|high|late|many|busy|long)|fail(ed|s|ure)?|broken?|afraid|risk(s|y)?|annoy(ed|ing)|tired|trouble|wrong|complain(t|ts|ed)?|disappoint(ed|ing)?|sorry|afford|lost|losing|corrupt(ion)?|difficult|hard|tight|stupid|brochure|marketing|you('re| are) not|that (was|is)n't (an answer|what)|i asked|dodg(e|ed|ing)|evad(e|ed|ing)|still haven't|again|sad(ly)?|unsure|hesitant|pushy|dying|never)\b/g,
  ],
  [
    -0.5,
    /\b(but|however|though|not|don't|doesn't|didn't|isn't|why|hmm|already|later|busy|another time|depends|less)\b/g,
  ],
];
