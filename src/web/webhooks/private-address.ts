// Addresses that a webhook may not reach: this machine, our own network, and what is nobody's.
import { BlockList, isIP } from "node:net";

// IANA special-purpose registries, IPv4 and IPv6 (RFC 6890 and its updates), and multicast.
const special = new BlockList();
const ipv4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];
for (const [net, prefix] of ipv4) special.addSubnet(net, prefix, "ipv4");
/** Of IPv6 only this is given out; within it, what stands for other addresses or for examples. */
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");
const ipv6: [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];
for (const [net, prefix] of ipv6) special.addSubnet(net, prefix, "ipv6");

/** Whether an IP address, as text, may not be called from here; what is no address may not. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return special.check(address, "ipv4");
  if (family === 6) return !global.check(address, "ipv6") || special.check(address, "ipv6");
  return true;
}
