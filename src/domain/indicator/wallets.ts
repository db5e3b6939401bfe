import type { NormalIndicator } from "../indicator.js";
import { normal, refused } from "./verdict.js";

/**
 * WALLET: an address of a cryptocurrency, known by its form: Base58Check by its length (Bitcoin, Litecoin, Dogecoin, Dash,
 * Zcash, Tron), Bech32, Ethereum and its kin, Monero, Solana by its 32 bytes. Bech32's checksum is verified, so that a misread
 * letter is detected; those that need a digest are not computed: ten thousand of them would delay everybody. Of which
 * currency it is does
 * not matter to a comparison.
 */
export function wallet(text: string): NormalIndicator {
  const address = text.replace(/^(?:bitcoin|litecoin|dogecoin|ethereum|monero|solana):/i, "");
  if (/^0x[\da-f]{40}$/i.test(address)) return normal(address.toLowerCase());
  if (/^[a-z]{1,16}1[\da-z]{6,128}$/i.test(address) && isBech32(address)) return normal(address.toLowerCase());
  if (/^(?:bc|tb|ltc)1/i.test(address)) return refused("BAD_CHECKSUM");
  if (!/^[1-9A-HJ-NP-Za-km-z]{25,106}$/.test(address)) return refused("NOT_WALLET");
  // Monero: one of 69 bytes, or of 77 with a payment id, in blocks of 8 bytes.
  if (address.length === 95 || address.length === 106) return normal(address);
  return [25, 26, 32].includes(base58Length(address)) ? normal(address) : refused("NOT_WALLET");
}

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Bytes of a text in Base58 as Bitcoin writes it: each leading 1 is a byte of zero. More than 45 letters are no address. */
function base58Length(text: string): number {
  if (text.length > 45) return 0;
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  let number = 0n;
  for (const letter of text) number = number * 58n + BigInt(BASE58.indexOf(letter));
  return zeros + (number === 0n ? 0 : Math.ceil(number.toString(16).length / 2));
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
