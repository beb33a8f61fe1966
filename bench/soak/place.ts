// What the people of the soak need of a platform, whichever it is.
import type { Kept, Platform } from "./wire.ts";

/** A message as its person sees it. */
export type Shown = {
  id: string;
  text: string;
  buttons: { label: string; ref: string }[];
};

/** Hands an event over; resolves when it was acknowledged, with whether it was taken. `base` is the bot's address. */
export type Deliver = (base: string) => Promise<boolean>;

/** Where somebody presses: the message, and the button on it. */
export type Spot = { message: Shown; ref: string };

/** A form that a press opened. */
export type OpenForm = { submit(values: Record<string, string>, eventId: string): Deliver };

/** One platform app with its people, played. */
export type Place = {
  platform: Platform;
  say(user: string, said: { words: string; id: string; under?: string | undefined }): Deliver;
  /** An id that this platform gives a press. */
  newPressId(user: string): Promise<string>;
  press(user: string, spot: Spot, id: string): Deliver;
  /** The form that a press opened, once it is there. */
  openedBy(user: string, pressId: string): Promise<OpenForm | undefined>;
  /** The newest messages of somebody's conversation, or of a thread in it, oldest first. */
  shows(user: string, under?: string): Promise<Shown[]>;
  /** Everything that was ever sent to anybody here. */
  everything(): Promise<Omit<Kept, "platform">[]>;
  close(): Promise<void>;
};

/** As many messages as a person scrolls back. */
export const scrollsBack = 12;
