import { expect, test } from "vitest";
import { INDICATOR_TYPES, normalIndicator, type IndicatorType } from "../../src/domain/indicator.js";
import {
  networksAround,
  placeOfIndicator,
  rangeUnder,
  reversedHost,
  suffixesOf,
} from "../../src/domain/indicator/place.js";
import { indicatorDigest } from "../../src/platform/hash.js";

test.each<[IndicatorType, string, string | null, string | null]>([
  ["DOMAIN", "mail.example.kz", "kz.example.mail.", null],
  ["URL", "http://user:a@mail.example.kz:8080/a@b.example?c", "kz.example.mail.", null],
  ["URL", "http://mail.example.kz?a", "kz.example.mail.", null],
  ["URL", "ldap://пример.қаз/", "xn--80ao21a.xn--e1afmkfd.", null],
  ["URL", "https://intranet/a", "intranet.", null],
  ["URL", "http://[2001:db8::1]:80/", null, "2001:db8::1"],
  ["URL", "http://0x7f.1/", null, "127.0.0.1"],
  ["URL_PATH", "mail.example.kz:81/a", "kz.example.mail.", null],
  ["URL_PATH", "198.51.100.7/a", null, "198.51.100.7"],
  ["HOST_PORT", "mail.example.kz:443", "kz.example.mail.", null],
  ["HOST_PORT", "[2001:db8::1]:443", null, "2001:db8::1"],
  ["HOST_PORT", "198.51.100.7:443", null, "198.51.100.7"],
  ["EMAIL", "a@mail.example.kz", "kz.example.mail.", null],
  ["IPV4", "198.51.100.7", null, "198.51.100.7"],
  ["IPV6", "::ffff:1.2.3.4", null, "::ffff:1.2.3.4"],
  ["CIDR", "198.51.100.7/24", null, "198.51.100.0/24"],
  ["CVE", "CVE-2021-44228", null, null],
  ["OTHER", "http://mail.example.kz/", null, null],
])("the place of %s %s in the network is its host or its address", (type, submitted, host, address) => {
  const known = normalIndicator(type, submitted);
  expect(known.ok && placeOfIndicator(type, known.value)).toEqual({ host, address });
});

test("what lies under a name is what begins with it, and no name beside it does", () => {
  const { from, before } = rangeUnder(reversedHost("example.kz"));
  const isUnder = (name: string): boolean => reversedHost(name) >= from && reversedHost(name) < before;
  expect(["example.kz", "a.example.kz", "b.a-1.example.kz", "_x.example.kz"].filter((one) => !isUnder(one))).toEqual(
    [],
  );
  expect(
    ["kz", "badexample.kz", "example-a.kz", "example0.kz", "example.kz.com", "examplf.kz"].filter(isUnder),
  ).toEqual([]);
});

test("a name lies under its own suffixes, itself the first", () => {
  expect(suffixesOf("a.example.kz")).toEqual(["a.example.kz", "example.kz", "kz"]);
});

test("around an address are 33 networks of IPv4 and 129 of IPv6, and around a network those that are not smaller", () => {
  expect(networksAround("198.51.100.7")).toHaveLength(33);
  expect(networksAround("198.51.100.7").slice(0, 3)).toEqual(["198.51.100.7/32", "198.51.100.6/31", "198.51.100.4/30"]);
  expect(networksAround("198.51.100.0/24").slice(0, 2)).toEqual(["198.51.100.0/24", "198.51.100.0/23"]);
  expect(networksAround("2001:db8::1")).toHaveLength(129);
  expect(networksAround("2001:db8::1").slice(-2)).toEqual(["::/1", "::/0"]);
  expect(networksAround("::ffff:1.2.3.4")[32]).toBe("::ffff:0.0.0.0/96");
});

test("the same text is another value in another type", () => {
  const digests = INDICATOR_TYPES.map((type) => indicatorDigest(type, "d41d8cd98f00b204e9800998ecf8427e"));
  expect(new Set(digests).size).toBe(INDICATOR_TYPES.length);
  // printf 'IPV4 192.0.2.17' | sha256sum
  expect(indicatorDigest("IPV4", "192.0.2.17")).toBe("c517528a-ee26-94ce-6c62-339c57ad676d");
});
