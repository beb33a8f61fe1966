// What any English-speaking customer answers to a question or an offer when the scenario has no words for it.
import type { AnswerLines } from "./model.ts";

export const englishAnswers: AnswerLines = {
  explain: [
    "Well, put differently.",
    "Here's where I stand.",
    "What I mean is this.",
    "Let me put it another way.",
    "Look.",
    "Let me say it plainly.",
  ],
  goodQuestion: [
    "That's the right question. I don't have the answer to hand.",
    "Good that you ask. I'd have to find out.",
    "Now you're asking. I couldn't tell you exactly.",
    "Nobody has asked me that yet. I'll have to ask around.",
  ],
  askFirst: ["I'll come to that.", "Let me go first.", "Later, perhaps.", "That can wait."],
  smallTalk: [
    "Fine, fine. Let's get to it.",
    "It's all right. To business.",
    "Ha. Ask me that on a quieter day.",
    "Another time. Let's get on.",
  ],
  noAnswer: [
    "I'd have to ask about that.",
    "I don't know that one. I'd have to find out.",
    "I couldn't tell you, off the top of my head.",
    "You'd have to give me time to ask about that.",
    "I can't answer that one today.",
    "That I don't know.",
  ],
  notOnThis: [
    "Not on what I've heard so far. Too many of my questions are still open.",
    "No, not yet. You've left me with more holes than answers.",
    "I can't say yes to that today. I'd be carrying your gaps upstairs.",
  ],
  stepLater: [
    "We can talk about a date. One thing first.",
    "Perhaps. I'm not done asking, though.",
    "I'm not saying no. Let me get this off my list first.",
    "We'll come to that when we're through.",
  ],
  notYet: [
    "Not yet, no.",
    "Not quite.",
    "As it stands, no.",
    "Not on that alone.",
    "Nearly. There's a bit missing.",
  ],
  amount: [
    "I'd have to ask for that figure.",
    "I don't have that number here. I'd have to look it up.",
    "I can't give you a number for that without asking somebody.",
    "That figure isn't on my desk. I can find out.",
  ],
  duration: [
    "I'd have to ask how long exactly.",
    "I can't tell you to the day. I'd have to look.",
    "I've never put a watch to it.",
  ],
  person: [
    "I'd have to ask who that is.",
    "I can't give you a name for that today.",
    "I'd have to check who that falls to.",
  ],
  day: [
    "I'd have to look at the calendar for that.",
    "I can't give you a date for that without asking.",
    "Nothing fixed that I know of. I'd have to ask.",
  ],
  reason: [
    "I'd have to ask somebody who was here then.",
    "I couldn't tell you why, honestly.",
    "I don't know the reason. I'd have to ask.",
  ],
  choice: [
    "I'd have to ask which of the two it is.",
    "I couldn't say which without checking.",
    "I don't know which. I'd have to ask.",
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
  have: ["Not that I know of.", "I don't think so. I'd have to check.", "Not as far as I've seen."],
  yesNo: [
    "More or less.",
    "In a way, yes.",
    "I'd say so, mostly.",
    "Not entirely.",
    "Yes and no. Mostly yes.",
  ],
  asISaid: ["As I said:", "I told you that already:", "Same as before:", "I think I mentioned it:"],
  stepTaken: [
    "That I can do. Bring the answer to what I asked you with you.",
    "You can have the slot. It's not a yes yet, mind.",
    "All right, let's do that. The question from before comes along, though.",
  ],
  toldYou: [
    "I told you about that one.",
    "You've had that from me already.",
    "We've been through that one.",
  ],
};
