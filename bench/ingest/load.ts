// The load: many connections, each sending its next request when the answer to the last has come.
import { connect, type Socket } from "node:net";

export type Load = {
  port: number;
  connections: number;
  warmUpMs: number;
  durationMs: number;
  next(): string;
  /** Called when the warm-up is over. */
  onWarm(): void;
};

export type Measured = {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  failed: number;
  /** Answers since the warm-up. */
  answered: number;
};

/** Runs the load and measures what was answered 2xx after the warm-up. */
export async function runLoad(load: Load): Promise<Measured> {
  const { durationMs, warmUpMs, onWarm } = load;
  const from = performance.now() + warmUpMs;
  const until = from + durationMs;
  const latencies: number[] = [];
  let failed = 0;
  let answered = 0;
  const onAnswer = (ok: boolean, ms: number) => {
    const now = performance.now();
    if (!ok) failed += 1;
    if (now < from) return;
    answered += 1;
    if (ok && now <= until) latencies.push(ms);
  };
  const warm = setTimeout(onWarm, warmUpMs);
  await Promise.all(
    Array.from({ length: load.connections }, () => runOne(load, { until, onAnswer })),
  );
  clearTimeout(warm);
  latencies.sort((one, other) => one - other);
  const at = (share: number) => round(latencies[Math.floor(latencies.length * share)] ?? 0);
  const requestsPerSecond = Math.round((1_000 * latencies.length) / durationMs);
  return { requestsPerSecond, p50Ms: at(0.5), p99Ms: at(0.99), failed, answered };
}

type Run = { until: number; onAnswer(ok: boolean, ms: number): void };

function runOne({ port, next }: Pick<Load, "port" | "next">, run: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1").setNoDelay();
    let sentAt = 0;
    const send = () => {
      sentAt = performance.now();
      socket.write(next());
    };
    onAnswers(socket, (ok) => {
      run.onAnswer(ok, performance.now() - sentAt);
      if (performance.now() < run.until) return send();
      socket.end();
      resolve();
    });
    socket.once("connect", send).once("error", reject);
  });
}

/** One call per whole answer; there is never more than one under way. */
function onAnswers(socket: Socket, onAnswer: (ok: boolean) => void): void {
  let text = "";
  socket.setEncoding("latin1").on("data", (piece: string) => {
    text += piece;
    const head = text.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (text.length < head + 4 + length) return;
    const ok = text.startsWith("HTTP/1.1 2");
    text = "";
    onAnswer(ok);
  });
}

const round = (ms: number) => Math.round(ms * 100) / 100;
