import type { NormalIndicator } from "../indicator.js";
import { keccak256, sha256 } from "./digests.js";
import { normal, refused } from "./verdict.js";

/**
 * WALLET: an address of a cryptocurrency whose form carries a checksum, which is verified, so that a misread letter is
 * told: Bitcoin and its kin (Litecoin, Dogecoin, Dash, Zcash, Tron) in Base58Check or Bech32, Ethereum and its kin,
 * Monero. Solana's has none and is known by its 32 bytes. Of which currency it is does not matter to a comparison.
 */
export function wallet(text: string): NormalIndicator {
  const address = text.replace(/^(?:bitcoin|litecoin|dogecoin|ethereum|monero|solana):/i, "");
  if (/^0x/i.test(address)) return ethereum(address);
  if (/^[a-z]{1,16}1[\da-z]{6,128}$/i.test(address) && isBech32(address)) return normal(address.toLowerCase());
  if (/^(?:bc|tb|ltc)1/i.test(address)) return refused("BAD_CHECKSUM");
  if (!/^[1-9A-HJ-NP-Za-km-z]{25,110}$/.test(address)) return refused("NOT_WALLET");
  if (address.length === 95 || address.length === 106) return monero(address);
  const bytes = base58(address);
  if (bytes?.length === 32) return normal(address);
  if (bytes?.length !== 25 && bytes?.length !== 26) return refused("NOT_WALLET");
  const digest = sha256(sha256(bytes.slice(0, -4)));
  return bytes.slice(-4).every((byte, index) => byte === digest[index]) ? normal(address) : refused("BAD_CHECKSUM");
}

/** `0x` and 40 hexadecimal digits; where both cases are used they are EIP-55's checksum. Normal form: lower case. */
function ethereum(address: string): NormalIndicator {
  const digits = address.slice(2);
  const lower = digits.toLowerCase();
  if (!/^[\da-f]{40}$/.test(lower)) return refused("NOT_WALLET");
  if (digits === lower || digits === digits.toUpperCase()) return normal(`0x${lower}`);
  const digest = keccak256(Array.from(lower, (digit) => digit.charCodeAt(0)));
  const expected = Array.from(lower, (digit, index) => {
    const nibble = ((digest[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15;
    return nibble >= 8 ? digit.toUpperCase() : digit;
  });
  return digits === expected.join("") ? normal(`0x${lower}`) : refused("BAD_CHECKSUM");
}

/** Base58 in blocks of 8 bytes, the last 4 of which are a Keccak-256 checksum (Monero, "Address"). */
function monero(address: string): NormalIndicator {
  const bytes: number[] = [];
  for (let at = 0; at < address.length; at += 11) {
    const block = address.slice(at, at + 11);
    const size = [0, 0, 1, 2, 0, 3, 4, 5, 0, 6, 7, 8][block.length] ?? 0;
    const number = base58Number(block);
    if (size === 0 || number >= 256n ** BigInt(size)) return refused("NOT_WALLET");
    for (let shift = size - 1; shift >= 0; shift -= 1) bytes.push(Number((number >> BigInt(8 * shift)) & 255n));
  }
  const digest = keccak256(bytes.slice(0, -4));
  return bytes.slice(-4).every((byte, index) => byte === digest[index]) ? normal(address) : refused("BAD_CHECKSUM");
}

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

function base58Number(text: string): bigint {
  let number = 0n;
  for (const letter of text) number = number * 58n + BigInt(BASE58.indexOf(letter));
  return number;
}

/** Base58 as Bitcoin writes it: each leading 1 is a byte of zero. */
function base58(text: string): number[] | undefined {
  if (text.length > 45) return undefined;
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  const hex = zeros === text.length ? "" : base58Number(text).toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return [...Array.from({ length: zeros }, () => 0), ...(even.match(/../g) ?? []).map((byte) => parseInt(byte, 16))];
}

const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/** Bech32 (BIP 173) and Bech32m (BIP 350): in one case, with a checksum that holds. */
function isBech32(address: string): boolean {
  const lower = address.toLowerCase();
  if (address !== lower && address !== address.toUpperCase()) return false;
  const split = lower.lastIndexOf("1");
  const prefix = Array.from(lower.slice(0, split), (letter) => letter.charCodeAt(0));
  const data = Array.from(lower.slice(split + 1), (letter) => BECH32.indexOf(letter));
  if (prefix.length === 0 || data.length < 6 || data.includes(-1)) return false;
  const values = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...data];
  let checksum = 1;
  for (const value of values) {
    const top = checksum >>> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((generator, bit) => {
      if ((top >> bit) & 1) checksum ^= generator;
    });
  }
  return checksum === 1 || checksum === 0x2bc830a3;
}
