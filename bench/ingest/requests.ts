// What the load sends: tracking calls as an analytics client makes them, each with an id of its own.

export const writeKey = "write-key-of-the-bench";

const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString("base64")}`;

/** Gives the next whole request, of one message or of a batch of them, as it goes over the wire. */
export function createRequests(size: number, name: string): () => string {
  let made = 0;
  const message = () => {
    made += 1;
    return JSON.stringify({
      type: "track",
      messageId: `${name}-${made}`,
      anonymousId: `visitor-${made % 5_000}`,
      event: "Report Exported",
      timestamp: "2026-06-25T09:00:00.000Z",
      properties: { report: "pipeline", rows: made % 100, plan: "team" },
      context: { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0", locale: "en-GB" },
    });
  };
  return () => {
    const batch = Array.from({ length: size }, message);
    const body = size === 1 ? (batch[0] ?? "") : `{"batch":[${batch.join(",")}]}`;
    const path = size === 1 ? "/v1/track" : "/v1/batch";
    const head = `POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: ${authorization}\r\n`;
    const length = `content-length: ${Buffer.byteLength(body)}`;
    return `${head}content-type: application/json\r\n${length}\r\n\r\n${body}`;
  };
}
