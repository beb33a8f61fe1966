// A name server on loopback (RFC 1035, over UDP): what it knows is a table; it can also say nothing.
import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";

/** Mail servers and addresses by domain; a domain that is missing is not there. */
export type Zone = Record<string, { mx?: string[]; a?: string[] }>;

export type NameServer = {
  address: string;
  /** Nothing is answered while this is true. */
  isSilent: boolean;
  asked: string[];
  close(): Promise<void>;
};

const types = { a: 1, mx: 15 } as const;

export async function startNameServer(zone: Zone): Promise<NameServer> {
  const socket = createSocket("udp4");
  socket.on("message", (question, from) => {
    const { name, type, end } = readQuestion(question);
    state.asked.push(name);
    if (state.isSilent) return;
    const known = zone[name];
    const records = known ? recordsOf(known, type) : [];
    const head = Buffer.from(question.subarray(0, end));
    head.writeUInt16BE(0x8180 | (known ? 0 : 3), 2);
    head.writeUInt16BE(records.length, 6);
    head.writeUInt16BE(0, 8);
    head.writeUInt16BE(0, 10);
    socket.send(Buffer.concat([head, ...records]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const state: NameServer = {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    isSilent: false,
    asked: [],
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
  return state;
}

function readQuestion(message: Buffer) {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.subarray(at + 1, at + 1 + length).toString());
    at += length + 1;
  }
  return { name: labels.join("."), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function recordsOf({ mx = [], a = [] }: Zone[string], type: number): Buffer[] {
  if (type === types.mx) {
    return mx.map((host, index) => {
      const data = Buffer.concat([Buffer.from([0, index + 1]), toName(host)]);
      return toRecord(type, data);
    });
  }
  return type === types.a
    ? a.map((ip) => toRecord(type, Buffer.from(ip.split(".").map(Number))))
    : [];
}

function toName(host: string): Buffer {
  const labels = host.split(".").filter(Boolean);
  const parts = labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]);
  return Buffer.concat([...parts, Buffer.from([0])]);
}

/** The question's own name, by reference; kept for a minute. */
function toRecord(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
