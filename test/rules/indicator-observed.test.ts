import { expect, test } from "vitest";
import { normalIndicator, type IndicatorFault, type IndicatorType } from "../../src/domain/indicator.js";

type Accepted = readonly [type: IndicatorType, submitted: string, value: string];
type Refused = readonly [type: IndicatorType, submitted: string, fault: IndicatorFault, suggests?: IndicatorType];

const MD5 = "d41d8cd98f00b204e9800998ecf8427e";
const SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
const SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
/** The Monero project's own address for donations. */
const MONERO = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A";
const SHA512 = `${SHA256}${SHA256}`;

const ACCEPTED: readonly Accepted[] = [
  ["MD5", ` ${MD5.toUpperCase()} `, MD5],
  ["SHA1", SHA1.toUpperCase(), SHA1],
  ["SHA256", SHA256.toUpperCase(), SHA256],
  ["SHA512", SHA512.toUpperCase(), SHA512],
  ["FILE_NAME", "Invoice 2026.PDF.exe", "Invoice 2026.PDF.exe"],
  ["FILE_NAME", "й.docx".normalize("NFD"), "й.docx"],
  ["FILE_NAME", "annex\u202efdp.exe", "annex\u202efdp.exe"],
  ["CVE", "CVE-1999-0001", "CVE-1999-0001"],
  ["CVE", `CVE-2026-${"9".repeat(19)}`, `CVE-2026-${"9".repeat(19)}`],
  ["OTHER", " Global\\Mutex  {A} ", "Global\\Mutex  {A}"],
  ["IMPHASH", MD5.toUpperCase(), MD5],
  ["JA3", `ja3: ${MD5}`, MD5],
  ["SHA256", `sha256:${SHA256}`, SHA256],
  ["SHA1", `SHA-1: ${SHA1}`, SHA1],
  ["MD5", `MD5=${MD5}`, MD5],
  ["FILE_PATH", "c:/Users/Public/Evil.EXE", "C:\\users\\public\\evil.exe"],
  ["FILE_PATH", "C:\\\\Users\\\\Public\\\\.\\\\evil.exe\\", "C:\\users\\public\\evil.exe"],
  ["FILE_PATH", "\\\\?\\C:\\Temp\\a.exe", "C:\\temp\\a.exe"],
  ["FILE_PATH", "\\\\?\\UNC\\Server\\Share\\a", "\\\\server\\share\\a"],
  ["FILE_PATH", "\\\\Server\\Share$\\A.exe", "\\\\server\\share$\\a.exe"],
  ["FILE_PATH", "%AppData%\\Roaming\\a.dll", "%APPDATA%\\roaming\\a.dll"],
  ["FILE_PATH", "$env:TEMP\\a.dll", "%TEMP%\\a.dll"],
  ["FILE_PATH", '"C:\\Program Files\\a.exe"', "C:\\program files\\a.exe"],
  ["FILE_PATH", "AppData\\Local\\a.exe", "appdata\\local\\a.exe"],
  ["FILE_PATH", "C:\\", "C:\\"],
  ["FILE_PATH", "C:\\a\\..\\b.txt:stream", "C:\\a\\..\\b.txt:stream"],
  ["FILE_PATH", "/tmp//./Evil/", "/tmp/Evil"],
  ["FILE_PATH", "/", "/"],
  ["FILE_PATH", "~/.ssh/authorized_keys", "~/.ssh/authorized_keys"],
  ["FILE_PATH", "$HOME/.cache/a", "$HOME/.cache/a"],
  ["FILE_PATH", "../etc/passwd", "../etc/passwd"],
  ["FILE_PATH", "/tmp/a[.]b", "/tmp/a[.]b"],
  ["REGISTRY_KEY", "HKLM\\Software\\Microsoft\\Run", "HKEY_LOCAL_MACHINE\\software\\microsoft\\run"],
  ["REGISTRY_KEY", "hkey_local_machine\\SOFTWARE\\Microsoft\\Run\\", "HKEY_LOCAL_MACHINE\\software\\microsoft\\run"],
  ["REGISTRY_KEY", "HKLM:\\Software\\Microsoft\\Run", "HKEY_LOCAL_MACHINE\\software\\microsoft\\run"],
  ["REGISTRY_KEY", "HKLM\\\\Software\\\\Microsoft\\\\Run", "HKEY_LOCAL_MACHINE\\software\\microsoft\\run"],
  ["REGISTRY_KEY", "[HKEY_CURRENT_USER\\Bad]", "HKEY_CURRENT_USER\\bad"],
  ["REGISTRY_KEY", "Computer\\HKEY_USERS\\S-1-5-18", "HKEY_USERS\\s-1-5-18"],
  ["REGISTRY_KEY", "Registry::HKEY_CLASSES_ROOT\\.exe", "HKEY_CLASSES_ROOT\\.exe"],
  ["REGISTRY_KEY", "\\REGISTRY\\MACHINE\\SYSTEM\\Bad", "HKEY_LOCAL_MACHINE\\system\\bad"],
  ["REGISTRY_KEY", "HKCU\\Software\\a/b[.]c", "HKEY_CURRENT_USER\\software\\a/b[.]c"],
  ["MUTEX", " Global\\MsWinZonesCacheCounterMutexA ", "Global\\MsWinZonesCacheCounterMutexA"],
  ["MUTEX", "Local\\{A-B}", "Local\\{A-B}"],
  ["USER_AGENT", "Mozilla/4.0  (compatible)\n", "Mozilla/4.0  (compatible)"],
  ["WALLET", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"],
  ["WALLET", "bitcoin:3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"],
  ["WALLET", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
  ["WALLET", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"],
  ["WALLET", "0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"],
  ["WALLET", MONERO, MONERO],
  ["WALLET", "So11111111111111111111111111111111111111112", "So11111111111111111111111111111111111111112"],
];

test.for(ACCEPTED)("F8 %s takes %j as %j", ([type, submitted, value]) => {
  expect(normalIndicator(type, submitted)).toEqual({ ok: true, value });
});

const REFUSED: readonly Refused[] = [
  ["MD5", SHA1, "HASH_LENGTH", "SHA1"],
  ["SHA1", SHA256, "HASH_LENGTH", "SHA256"],
  ["SHA256", MD5, "HASH_LENGTH", "MD5"],
  ["SHA512", SHA512.slice(1), "HASH_LENGTH"],
  ["MD5", `0x${MD5.slice(2)}`, "NOT_HEX"],
  ["MD5", "invoice.exe", "NOT_HEX"],
  ["FILE_NAME", "C:\\Windows\\evil.exe", "IS_A_PATH", "FILE_PATH"],
  ["FILE_NAME", "/tmp/evil", "IS_A_PATH", "FILE_PATH"],
  ["FILE_NAME", "..", "IS_A_PATH", "OTHER"],
  ["FILE_NAME", "http://example.kz/evil.exe", "IS_A_PATH", "URL"],
  ["CVE", "2021-44228", "NOT_CVE"],
  ["CVE", "CVE-2021-442", "NOT_CVE"],
  ["CVE", `CVE-2021-${"1".repeat(20)}`, "NOT_CVE"],
  ["CVE", "CVE-2021-44228, CVE-2021-45046", "NOT_CVE"],
  ["IMPHASH", SHA1, "HASH_LENGTH", "SHA1"],
  ["MD5", `sha1:${SHA1}`, "NOT_HEX", "SHA1"],
  ["FILE_PATH", "evil.exe", "NOT_A_PATH", "FILE_NAME"],
  ["FILE_PATH", "http://bad.example/a", "NOT_A_PATH", "URL"],
  ["FILE_PATH", "HKLM\\Software\\Bad", "NOT_A_PATH", "REGISTRY_KEY"],
  ["FILE_PATH", "bad.example/a", "NOT_A_PATH", "URL_PATH"],
  ["FILE_PATH", "10.0.0.0/8", "NOT_A_PATH", "CIDR"],
  ["FILE_PATH", "C:\\Users\\*\\a.exe", "WILDCARD", "OTHER"],
  ["FILE_PATH", "C:\\Users\\<user>\\a.exe", "WILDCARD", "OTHER"],
  ["REGISTRY_KEY", "Software\\Microsoft\\Run", "NO_HIVE"],
  ["REGISTRY_KEY", "HKLM/Software", "NO_HIVE"],
  ["REGISTRY_KEY", "C:\\Temp\\a.exe", "NO_HIVE", "FILE_PATH"],
  ["WALLET", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "BAD_CHECKSUM"],
  ["WALLET", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8F3t4", "BAD_CHECKSUM"],
  ["WALLET", "0x1234", "NOT_WALLET"],
  ["WALLET", "bad.example", "NOT_WALLET"],
  ["OTHER", "rule x\n{}", "CONTROL_CHARACTER"],
];

test.for(REFUSED)("F8 %s refuses %j: %s", ([type, submitted, fault, suggests]) => {
  const judged = normalIndicator(type, submitted);
  expect(judged).toMatchObject({ ok: false, fault });
  expect(judged.ok || judged.suggests).toBe(suggests);
});
