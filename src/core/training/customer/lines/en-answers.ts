// What any English-speaking customer answers to a question or an offer when the scenario has no words for it.
import type { AnswerLines, TopicLines } from "./model.ts";

export const englishTopics: TopicLines = {
  scale: {
    name: "how much of it there is",
    vague: ["Enough to keep us busy.", "It goes up and down."],
  },
  today: { name: "what we use today", vague: ["The way we always have.", "We get by."] },
  cost: {
    name: "what it costs us",
    vague: ["More than I like.", "Too much, or we wouldn't be talking."],
  },
  budget: {
    name: "what money there is",
    vague: ["Less than you hope.", "We'd find it, if it's worth it."],
  },
  deadline: { name: "when it has to be done", vague: ["Soon enough.", "That isn't fixed."] },
  decides: {
    name: "who decides",
    vague: ["You're talking to the right person for now.", "It starts with me, let's say."],
  },
  against: {
    name: "who is against it",
    vague: ["There's always somebody.", "You'd find out soon enough."],
  },
  before: { name: "what happened last time", vague: ["Don't remind me.", "That's a sore point."] },
  success: {
    name: "what I need to see",
    vague: ["Show me something that works. Then we'll see.", "I'll know it when I see it."],
  },
  process: {
    name: "the way it goes here",
    vague: ["The usual way. It takes as long as it takes.", "One step after the other."],
  },
  team: { name: "who does the work", vague: ["Fewer people than I'd like.", "Whoever is there."] },
  rivals: {
    name: "who else is offering",
    vague: ["You're not the only one, put it that way.", "I don't talk about one with the other."],
  },
  trouble: {
    name: "what the trouble is",
    vague: ["Where would I begin.", "Enough of it. I don't complain to people I've just met."],
  },
};

export const englishAnswers: AnswerLines = {
  goodQuestion: [
    "That's the right question. I'd rather show you than tell you.",
    "Good that you ask. We'd have to look at that together.",
    "Now you're asking the right thing. Not in one sentence, though.",
    "Nobody has asked me that yet. I'd want to think before I answer.",
  ],
  askBack: [
    "Do you mean {one}, or {other}?",
    "What are you after, {one} or {other}?",
    "Sorry, is that about {one}, or about {other}?",
  ],
  smallTalk: [
    "Fine, fine. Let's get to it.",
    "It's all right. To business.",
    "Ha. Ask me that on a quieter day.",
    "Another time. Let's get on.",
  ],
  beforeThat: [
    "That's a longer story. One thing first.",
    "I'll get to that. Something else comes first.",
    "Later, that. Here's what's on my mind.",
    "Keep that question. There's another matter.",
  ],
  noAnswer: [
    "That depends.",
    "Why do you ask?",
    "Ask me that again later.",
    "What do you need that for?",
  ],
  notOnThis: [
    "Not today. I'm not there yet.",
    "No, not yet. I'd want to sleep on it.",
    "I can't say yes to that today.",
  ],
  stepLater: [
    "We can talk about a date. One thing first.",
    "Perhaps. Something still bothers me, though.",
    "I'm not saying no. Let me get this off my chest first.",
    "We'll come to that. There's one more worry.",
  ],
  notYet: [
    "Not yet, no.",
    "Not quite.",
    "As it stands, no.",
    "Not on that alone.",
    "Nearly. There's a bit missing.",
  ],
  amount: [
    "I'd rather not put a figure on it yet.",
    "You won't get a number from me today.",
    "Figures later, if this goes anywhere.",
    "I'm not going to name a number first.",
  ],
  duration: ["It varies.", "Depends on the day.", "Sometimes quick, sometimes not."],
  person: [
    "Let's leave names out of it for now.",
    "You'll meet them if it gets that far.",
    "No names yet.",
  ],
  day: [
    "I'd have to look in the calendar.",
    "Don't pin me to a day.",
    "I've no date in my head for that.",
  ],
  reason: [
    "That's a longer story.",
    "There's some history behind it. Another time.",
    "For several reasons. I won't go into them now.",
  ],
  choice: ["The first, if I have to choose.", "More the first, I'd say.", "The first, mostly."],
  otherChoice: [
    "The second, if I have to choose.",
    "More the second, I'd say.",
    "The second, mostly.",
  ],
  offer: ["Do that, yes.", "If you like. It won't hurt.", "Put it together and I'll look at it."],
  objects: ["It is, rather.", "It would be, as things stand.", "It's on my list of worries, yes."],
  objectsNot: [
    "That alone won't stop me.",
    "No, I've seen worse.",
    "It isn't that one that keeps me awake.",
  ],
  anything: [
    "I'll tell you as we go.",
    "Nothing that can't wait.",
    "Give me a moment. I'm sure there is.",
  ],
  favour: ["I can do that.", "Yes, I'll see to it.", "All right, you'll get that from me."],
  favourLater: [
    "I'll see what I can do.",
    "Let me think about that one.",
    "Perhaps, once I've heard the rest.",
  ],
  wish: [
    "Whatever gives us the least work.",
    "You tell me what works best.",
    "Keep it simple, that's all I ask.",
  ],
  whichDay: [
    "Mornings are better for me.",
    "You pick, and I'll say if it doesn't work.",
    "In the afternoon, rather.",
  ],
  minute: ["Go ahead, but keep it short.", "It'll have to do. Go on.", "You've got a few minutes."],
  have: ["Not really.", "Nothing to speak of.", "Not that I know of."],
  yesNo: ["More or less.", "You could say that.", "Now and then.", "Mostly, yes.", "In a way."],
  asISaid: ["As I said:", "I told you that already:", "Same as before:", "I think I mentioned it:"],
  stepTaken: [
    "That I can do. Bring the answer to what I asked you with you.",
    "You can have the slot. It's not a yes yet, mind.",
    "All right, let's do that. The question from before comes along, though.",
  ],
};
