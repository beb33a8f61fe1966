// The variables of speech to text, for settings.ts.
import { z } from "zod";
import { endpointAddress } from "../endpoint-address.ts";

/** Which endpoint turns voice notes into text; none by default. */
export const speechSettings = {
  SPEECH_BASE_URL: {
    what: "Voice notes: an OpenAI-compatible speech endpoint that turns them into text. Empty: voice is off.",
    expects: "an address that begins with https:// or http:// and holds no password",
    where:
      "Your provider's base URL, such as https://api.openai.com/v1, or a server of your own. Recordings are sent there once their speaker agrees.",
    fallback: "",
    read: endpointAddress,
  },
  SPEECH_API_KEY: {
    what: "Voice notes: the endpoint's API key.",
    expects: "the key, without spaces",
    where: "Your provider's console; empty for a server of your own that asks for none.",
    fallback: "",
    secret: true as const,
    read: z.string().refine((value) => !/\s/.test(value)),
  },
  SPEECH_MODEL: {
    what: "Voice notes: the endpoint's model.",
    expects: "a model's name, without spaces",
    where: "Your provider's list of speech (transcription) models.",
    fallback: "whisper-1",
    read: z.string().regex(/^\S+$/),
  },
};
