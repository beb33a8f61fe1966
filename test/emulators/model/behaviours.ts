// What models and their endpoints do, well and badly.
import type { ServerResponse } from "node:http";
import type { CustomerBrief } from "../../../src/core/training/customer/guided/brief.ts";
import type { CustomerView } from "../../../src/core/training/customer/guided/view.ts";
import type { Asked, Behaviour } from "./endpoint.ts";

type Written = { finish?: string | null; pieceLetters?: number };

/** Streams a text in pieces as OpenAI does, with the finish and the count of tokens at its end. */
export const writes =
  (text: string, written: Written = {}): Behaviour =>
  (response) => {
    openStream(response);
    writePieces(response, text, written);
  };

function writePieces(
  response: ServerResponse,
  text: string,
  { finish = "stop", pieceLetters = 7 }: Written = {},
): void {
  for (let at = 0; at < text.length; at += pieceLetters) {
    send(response, {
      choices: [{ index: 0, delta: { content: text.slice(at, at + pieceLetters) } }],
    });
  }
  if (finish) send(response, { choices: [{ index: 0, delta: {}, finish_reason: finish }] });
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
  send(response, { choices: [], usage });
  response.end("data: [DONE]\n\n");
}

/** Plays the customer as the brief wants it; `over` is where it does something else. */
export const plays =
  (over: Partial<CustomerView> = {}, wrap = (json: string) => json): Behaviour =>
  (response, asked) =>
    writes(wrap(JSON.stringify(toView(asked, over))))(response, asked);

/** Plays the customer, and halts between these words until it may go on. */
export const playsInTwo =
  (said: readonly [string, string], goOn: Promise<void>): Behaviour =>
  async (response, asked) => {
    const json = JSON.stringify(toView(asked, { says: said.join(" ") }));
    // A little of the next: only then it is known that the sentence before is whole.
    const at = json.indexOf(said[1]) + 4;
    openStream(response);
    send(response, { choices: [{ index: 0, delta: { content: json.slice(0, at) } }] });
    await goOn;
    writePieces(response, json.slice(at));
  };

function toView({ data }: Asked, over: Partial<CustomerView>): CustomerView {
  const { turn } = data as CustomerBrief;
  return {
    ...{ believes: "They may mean it.", reaction: turn.reaction, tactic: turn.tactics[0] ?? null },
    ...{ trustDelta: 0, patienceDelta: 0, wants: turn.wants, says: turn.forExample, ...over },
  };
}

/** Thinks aloud before it answers. */
export const thinksAloud = (over: Partial<CustomerView> = {}): Behaviour =>
  plays(over, (json) => `<think>{"says": "not this"} Hmm.</think>\n\n${json}`);

/** Answers an HTTP error, in words that must not be repeated. */
export const fails =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response, { data }) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { message: `no: ${JSON.stringify(data)}` } }));
  };

/** Refuses any `response_format` of these types, as small servers do. */
export const refusesForms =
  (types: string[], otherwise: Behaviour): Behaviour =>
  (response, asked) => {
    const { type = "none" } = asked.body.response_format ?? {};
    return types.includes(type) ? fails(400)(response, asked) : otherwise(response, asked);
  };

/** Says nothing, ever. */
export const stalls: Behaviour = () => {};

/** Begins, and then says nothing more. */
export const stallsAfter =
  (text: string): Behaviour =>
  (response) => {
    openStream(response);
    send(response, { choices: [{ index: 0, delta: { content: text } }] });
  };

/** Begins, and hangs up. */
export const cutsAfter =
  (text: string): Behaviour =>
  async (response) => {
    openStream(response);
    send(response, { choices: [{ index: 0, delta: { content: text } }] });
    await new Promise((resolve) => response.write("\n", resolve));
    response.destroy();
  };

/** Hangs up at once. */
export const hangsUp: Behaviour = (response) => {
  response.destroy();
};

/** A refusal beside the words, as OpenAI sends it. */
export const refuses: Behaviour = (response) => {
  openStream(response);
  const delta = { role: "assistant", refusal: "I'm sorry." };
  send(response, { choices: [{ index: 0, delta }] });
  send(response, { choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
  response.end("data: [DONE]\n\n");
};

function openStream(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
}

function send(response: ServerResponse, chunk: object): void {
  const head = { id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "m" };
  response.write(`data: ${JSON.stringify({ ...head, ...chunk })}\n\n`);
}
