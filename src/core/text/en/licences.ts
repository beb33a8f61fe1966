// Pictures of business licences, in English.
import { byName } from "../../by-name.ts";

export const licences = {
  ask: "Is this a business licence?",
  where: (p: { endpoint: string }) =>
    `If you say so, the picture is sent to ${p.endpoint}, which copies out the name, the credit code and what else stands on it. The picture is deleted here then; nothing is written before you have seen it.`,
  read: "Read it",
  drop: "Delete it",
  deleted: "The picture is deleted.",
  reading: "I am reading the licence …",
  off: "I could read a business licence from a picture, but no model for that is connected here (the operator sets VISION_BASE_URL). The picture is deleted; “check” takes the code by hand.",
  pdf: "I read licences from pictures, not from PDF. Send a photo or a screenshot of the page; the file is deleted.",
  tooBig: (p: { megabytes: number }) =>
    `That picture is too large: the limit is ${p.megabytes} MB. It is deleted; send a smaller one.`,
  failures: byName<string>({
    silent:
      "The service that reads pictures did not answer. The picture is deleted; send it again.",
    refused:
      "The service that reads pictures did not accept this one. It is deleted; the operator can look at VISION_API_KEY and VISION_MODEL.",
    unread:
      "I could make nothing of that picture. It is deleted; send a sharper one, straight from above.",
    other: "That is no business licence as far as I can tell. The picture is deleted.",
    lost: "I no longer have that picture. Send it again.",
  }),
  title: "Read from the licence",
  doubtful: "Read from the licence, but the code does not hold",
  unread: "not readable",
  compare:
    "The code is not offered for writing: compare it with the paper, character by character.",
  how: "A model read this from your picture and can be wrong: compare it with the paper. The picture is deleted here.",
  fields: byName<string>({
    name: "Name",
    creditCode: "Credit code",
    legalRepresentative: "Legal representative",
    address: "Address",
    capital: "Registered capital",
    established: "Established",
  }),
  leaves: (p: { endpoint: string }) =>
    `A picture you drop goes to ${p.endpoint} when you press “Read it”, to copy out a business licence.`,
};
