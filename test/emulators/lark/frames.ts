// The binary frames of Lark's long connection (proto2, package pbbp2), written from the protocol, not from the SDK.
import protobuf from "protobufjs";

export type Frame = {
  SeqID: number;
  LogID: number;
  service: number;
  /** 0 control, 1 data. */
  method: number;
  headers: { key: string; value: string }[];
  payload?: Uint8Array;
};

const { root } = protobuf.parse(
  `syntax = "proto2"; package pbbp2;
   message Header { required string key = 1; required string value = 2; }
   message Frame {
     required uint64 SeqID = 1; required uint64 LogID = 2; required int32 service = 3; required int32 method = 4;
     repeated Header headers = 5; optional string payloadEncoding = 6; optional string payloadType = 7;
     optional bytes payload = 8; optional string LogIDNew = 9;
   }`,
  { keepCase: true },
);
const type = root.lookupType("pbbp2.Frame");

export function encodeFrame(frame: Frame): Uint8Array {
  return type.encode(type.create(frame)).finish();
}

export function decodeFrame(bytes: Uint8Array): Frame {
  return type.toObject(type.decode(bytes), { longs: Number }) as Frame;
}

export function headerOf({ headers }: Frame, key: string): string | undefined {
  return headers.find((header) => header.key === key)?.value;
}

/** One event as frames: `parts` of them, cut anywhere, even inside a character. */
export function toFrames(
  envelope: object,
  { id, type: kind, parts }: { id: string; type: string; parts: number },
): Frame[] {
  const bytes = Buffer.from(JSON.stringify(envelope));
  const size = Math.ceil(bytes.length / parts);
  return Array.from({ length: parts }, (_, seq) => ({
    ...{ SeqID: seq + 1, LogID: 7_301_000_000_000_001, service: 33_554_678, method: 1 },
    headers: Object.entries({
      type: kind,
      message_id: id,
      sum: parts,
      seq,
      trace_id: `trace-${id}`,
    }).map(([key, value]) => ({ key, value: String(value) })),
    payload: bytes.subarray(seq * size, (seq + 1) * size),
  }));
}
