// Lark's error codes and what we do about each. The SDK's own table maps several of these wrongly.
import { Refused, RetryLater } from "../../../core/errors.ts";

/**
 * later: not taken, come again · token: fetch a new one, and come again · simplify: send it plainer · mask: hide
 * phones and mails · renew: it cannot be changed any more, send it anew · refused: it will never work like this.
 */
export type Reaction = "later" | "token" | "simplify" | "mask" | "renew" | "refused";

type Known = {
  codes: number[];
  reaction: Reaction;
  say: string;
  afterMs?: number;
  /** Nothing goes out until the operator acts; what is waiting keeps. */
  isOfApp?: true;
};

/** The app lacks a permission of the call. */
const ungranted = [230035, 230027, 99991672, 99991679];
/** The task of a call is not there, or not there any more. */
const taskGone = [1470404];

const known: Known[] = [
  {
    codes: [99991663, 99991661, 99991664, 99991668, 99991671, 99991677],
    reaction: "token",
    say: "Lark no longer takes our token.",
  },
  {
    codes: [99991400, 230020, 230049, 232019, 1000004],
    reaction: "later",
    say: "Lark asks to slow down.",
  },
  {
    codes: [
      230099, 230025, 230055, 230001, 11310, 200380, 200381, 200530, 200550, 200570, 200621, 200830,
      200861, 200914, 200915, 100290, 230054,
    ],
    reaction: "simplify",
    say: "Lark refused the card.",
  },
  {
    codes: [230022, 230028],
    reaction: "mask",
    say: "Lark's audit refused the text, even with phone numbers and e-mail addresses hidden.",
  },
  {
    codes: [230011, 230110, 231003, 230031],
    reaction: "renew",
    say: "The message was recalled, or is more than 14 days old.",
  },
  {
    codes: [230101],
    reaction: "later",
    afterMs: 60_000,
    say: "Lark takes no messages to people for a while.",
  },
  { codes: [230002, 232009], reaction: "refused", say: "The bot is no longer in this chat." },
  {
    codes: [230013, 230029, 230053],
    reaction: "refused",
    say: "This person cannot be reached: outside the app's availability, gone, or they stopped the bot. Add them under Version Management > Availability.",
  },
  {
    codes: [230034, 99992361, 99992351, 230017],
    reaction: "refused",
    say: "This open_id belongs to another app. Match the person again by e-mail.",
  },
  {
    codes: [230006],
    reaction: "later",
    afterMs: 60_000,
    isOfApp: true,
    say: "The app has no bot. Add it under Features > Bot, then publish a version.",
  },
  {
    codes: [234001, 234003, 234008],
    reaction: "refused",
    say: "The file of this message cannot be fetched: deleted, too large, or not for this app.",
  },
  {
    codes: ungranted,
    reaction: "refused",
    say: "The app lacks a permission. Grant it and publish a version.",
  },
  { codes: taskGone, reaction: "refused", say: "The task is gone." },
  {
    codes: [99991403],
    reaction: "later",
    afterMs: 3_600_000,
    isOfApp: true,
    say: "The month's quota of API calls is used up. Your Lark edition sets it.",
  },
  {
    codes: [10003, 10014, 99991543, 514, 403, 1000040345],
    reaction: "token",
    afterMs: 60_000,
    isOfApp: true,
    say: "Lark refused the app's keys. Copy App ID and App Secret from Credentials & Basic Info.",
  },
];

const byCode = new Map(
  known.flatMap(({ codes, ...rest }) => codes.map((code) => [code, rest] as const)),
);

/** An answer of Lark that is not success. */
export class LarkFault extends Error {
  override name = "LarkFault";
  readonly code: number;
  readonly reaction: Reaction;
  readonly afterMs: number;
  readonly isOfApp: boolean;

  constructor(
    code: number,
    { message = "", afterMs }: { message?: string; afterMs?: number | undefined } = {},
  ) {
    const { reaction, say, afterMs: usually = 1_000, isOfApp = false } = knownOf(code, message);
    super(`${say} (Lark code ${code}${linkIn(message)})`);
    this.code = code;
    this.reaction = reaction;
    this.afterMs = afterMs ?? usually;
    this.isOfApp = isOfApp;
  }
}

/** Whether the app was not granted what the call needs. */
export const isUngranted = ({ code }: LarkFault): boolean => ungranted.includes(code);
/** Whether the task is there no more. */
export const isTaskGone = ({ code }: LarkFault): boolean => taskGone.includes(code);

/** Runs a call; what Lark refused comes out as the kind of error our caller acts on. */
export async function asErrors<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof LarkFault ? toError(error) : error;
  }
}

function toError({ reaction, message, afterMs, code }: LarkFault): Error {
  const isLater = reaction === "later" || reaction === "token";
  return isLater ? new RetryLater(message, { afterMs }) : new Refused(`lark.${code}`, message);
}

// A card that is being answered is locked for a moment; that comes wrapped in "card refused".
function knownOf(code: number, message: string): Omit<Known, "codes"> {
  if (/card action is lock/i.test(message))
    return { reaction: "later", say: "Lark still holds the card." };
  // Lark says so with several codes, that of a bad request among them.
  if (/\binternal (server )?error\b/i.test(message))
    return { reaction: "later", afterMs: 5_000, say: "Lark failed inside." };
  return byCode.get(code) ?? { reaction: "refused", say: "Lark refused the call." };
}

/** Where a missing permission is granted; nothing else of a foreign message is repeated. */
function linkIn(message: string): string {
  const link = /https:\/\/open\.(feishu\.cn|larksuite\.com)\/app\/[\w/?=&%:.,-]+/.exec(
    message,
  )?.[0];
  return link ? `, grant it at ${link}` : "";
}
