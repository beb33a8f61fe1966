// Reads a photographed business licence with any OpenAI-compatible model that takes pictures.
import {
  type LicenceFailure,
  type LicenceReader,
  licenceSchema,
} from "../core/pipeline/checks/licence/licence.ts";
import { type ChatModelOptions, createChatModel } from "./chat-model.ts";
import { readPrompt } from "./prompts.ts";

/** Pictures take longer than words; nobody's clock is running. */
const usualTimeoutMs = 60_000;

export function createLicenceReader({
  timeoutMs = usualTimeoutMs,
  ...options
}: Omit<ChatModelOptions, "onCall"> & { timeoutMs?: number }): LicenceReader {
  const chat = createChatModel({ ...options, temperature: options.temperature ?? 0 });
  return {
    endpoint: chat.host,
    async read(picture, language) {
      const answered = await chat.ask({
        ...{ use: "licence-reading", prompt: readPrompt("licence-reading", language) },
        ...{ input: { picture: "attached" }, picture, schema: licenceSchema },
        signal: AbortSignal.timeout(timeoutMs),
      });
      return "failure" in answered ? { failure: toFailure(answered.failure) } : answered.value;
    },
  };
}

function toFailure(failure: string): LicenceFailure {
  if (failure === "timeout" || failure === "busy" || failure === "unreachable") return "silent";
  return failure === "key" || failure === "error" ? "refused" : "unread";
}
