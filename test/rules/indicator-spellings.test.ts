import { expect, test } from "vitest";
import { normalIndicator, type IndicatorType } from "../../src/domain/indicator.js";

const ONE_INDICATOR: Readonly<Record<string, readonly [IndicatorType, string, readonly string[]]>> = {
  "a name": [
    "DOMAIN",
    "mail.example.kz",
    [
      "mail.example.kz",
      "Mail.EXAMPLE.kz",
      "mail.example.kz.",
      "  mail.example.kz\n",
      "mail[.]example[.]kz",
      "mail(.)example{.}kz",
      "mail[dot]example(DOT)kz",
      "mail。example．kz",
      "mail.example[.]kz[.]",
      "ｍａｉｌ.example.kz",
    ],
  ],
  "a name in Cyrillic letters": [
    "DOMAIN",
    "xn--e1afmkfd.xn--80ao21a",
    [
      "пример.қаз",
      "ПРИМЕР.ҚАЗ",
      "Пример.қаз.",
      "пример[.]қаз",
      "пример(dot)қаз",
      "пример。қаз",
      "xn--e1afmkfd.xn--80ao21a",
      "XN--E1AFMKFD.XN--80AO21A",
      "xn--e1afmkfd.қаз",
      "\u00a0пример{.}xn--80ao21a.",
    ],
  ],
  "an IPv6 address": [
    "IPV6",
    "2001:db8::1",
    [
      "2001:db8::1",
      "2001:DB8::1",
      "2001:0db8:0000:0000:0000:0000:0000:0001",
      "2001:db8:0:0:0:0:0:1",
      "2001:db8:0::0:1",
      "[2001:db8::1]",
      "2001[:]db8[:][:]1",
      "[2001[:]db8::1]",
      "2001:db8::0.0.0.1",
      " 2001:db8::0001 ",
    ],
  ],
  "an IPv4 address": [
    "IPV4",
    "192.0.2.17",
    [
      "192.0.2.17",
      " 192.0.2.17\t",
      "192[.]0[.]2[.]17",
      "192.0.2[.]17",
      "192(.)0(.)2(.)17",
      "192{.}0{.}2{.}17",
      "192[dot]0[dot]2[dot]17",
      "192(dot)0(Dot)2.17",
      "192。0。2。17",
      "192．0．2｡17",
    ],
  ],
  "a network": [
    "CIDR",
    "10.1.0.0/16",
    [
      "10.1.0.0/16",
      "10.1.2.3/16",
      "10.1.255.255/16",
      "10[.]1[.]0[.]0/16",
      "10.1.0.0[/]16",
      "10(.)1.0.0/16",
      "10{.}1.0.9/16",
      "10[dot]1.0.0/16",
      "10．1．0．0/16",
      " 10.1.0.0/16 ",
    ],
  ],
  "a URL": [
    "URL",
    "https://xn--e1afmkfd.xn--80ao21a/a.php?q=1#f",
    [
      "https://пример.қаз/a.php?q=1#f",
      "HTTPS://ПРИМЕР.ҚАЗ/a.php?q=1#f",
      "hxxps://пример.қаз/a.php?q=1#f",
      "hXXps[://]пример[.]қаз/a[.]php?q=1#f",
      "hxxps[:]//пример(dot)қаз/a.php?q=1#f",
      "https:[//]пример{.}қаз/a.php?q=1#f",
      "https://пример.қаз:443/a.php?q=1#f",
      "https://пример.қаз./x/../a.php?q=1#f",
      "https://пример。қаз[:]443/a.php?q=1#f",
      "\thttps://xn--e1afmkfd.xn--80ao21a/a.php?q=1#f\n",
    ],
  ],
  "an e-mail address": [
    "EMAIL",
    "a.b@example.kz",
    [
      "a.b@example.kz",
      "A.B@Example.KZ",
      "a.b@example.kz.",
      "a.b[@]example.kz",
      "a.b[at]example[.]kz",
      "a.b(at)example(dot)kz",
      "a[.]b@example[.]kz",
      "a(dot)b@example.kz",
      "a．b@example。kz",
      " a.b@example.kz ",
    ],
  ],
  "a vulnerability": [
    "CVE",
    "CVE-2021-44228",
    [
      "CVE-2021-44228",
      "cve-2021-44228",
      "Cve-2021-44228",
      "CVE‐2021‐44228",
      "CVE‑2021‑44228",
      "CVE–2021–44228",
      "CVE—2021—44228",
      "CVE−2021−44228",
      "CVE－2021-44228",
      "\ufeffCVE-2021-44228 ",
    ],
  ],
};

test.each(Object.entries(ONE_INDICATOR))(
  "ten spellings of one indicator are one: %s",
  (_, [type, value, spellings]) => {
    expect(new Set(spellings).size).toBe(10);
    for (const spelling of spellings)
      expect([spelling, normalIndicator(type, spelling)]).toEqual([spelling, { ok: true, value }]);
  },
);
