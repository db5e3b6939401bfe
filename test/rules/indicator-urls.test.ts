import { expect, test } from "vitest";
import { hasDotlessHost } from "../../src/domain/indicator/urls.js";
import { normalIndicator, type IndicatorFault, type IndicatorType } from "../../src/domain/indicator.js";

type Accepted = readonly [type: IndicatorType, submitted: string, value: string];
type Refused = readonly [type: IndicatorType, submitted: string, fault: IndicatorFault, suggests?: IndicatorType];

const ACCEPTED: readonly Accepted[] = [
  ["URL", "http://Example.KZ", "http://example.kz/"],
  ["URL", "http://localhost:8080/x", "http://localhost:8080/x"],
  ["URL", "http://0x7f.1/", "http://127.0.0.1/"],
  ["URL", "http://[2001:DB8:0::1]:80/", "http://[2001:db8::1]/"],
  ["URL", "fxp://files.example.kz/a", "ftp://files.example.kz/a"],
  ["URL", "ldap://Пример.қаз:1389/Exploit", "ldap://xn--e1afmkfd.xn--80ao21a:1389/Exploit"],
  ["URL", "tcp://192[.]0[.]2[.]1[:]4444", "tcp://192.0.2.1:4444"],
  ["URL", "http://user[@]example.kz/", "http://user@example.kz/"],
  ["URL", "http://user(at)example.kz/", "http://user@example.kz/"],
  ["URL", "http://user\\.name@example.kz/", "http://user.name@example.kz/"],
  ["URL", "http://user(at)home@example.kz/", "http://user(at)home@example.kz/"],
  ["URL", "http://example.kz/report(at)home(.)x", "http://example.kz/report(at)home(.)x"],
  ["URL", "http://example.kz/есеп", "http://example.kz/%D0%B5%D1%81%D0%B5%D0%BF"],
  ["URL", "http://-a.example.kz/", "http://-a.example.kz/"],
  ["EMAIL", "ерлан@пример.қаз", "ерлан@xn--e1afmkfd.xn--80ao21a"],
  ["EMAIL", "o'neil+tag=x@example.kz", "o'neil+tag=x@example.kz"],
  ["URL", "http://bad\\.example/a", "http://bad.example/a"],
  ["URL", "http://198\\.51\\.100\\.7/", "http://198.51.100.7/"],
  ["URL", "http://www[.]bad\\.example/a", "http://www.bad.example/a"],
  ["URL", "http:\\\\bad.example\\a\\b", "http://bad.example/a/b"],
  ["URL", "hxxp[:]\\\\bad.example\\a", "http://bad.example/a"],
  ["URL", "http://bad.example/a\\b", "http://bad.example/a/b"],
  ["URL", "http://bad.example/http://good.example", "http://bad.example/http://good.example"],
  ["URL", "http://bad.example/%7e%2fa%2Fb%e2%80%8b", "http://bad.example/~%2Fa%2Fb%E2%80%8B"],
  ["URL", "http://bad.example/~%2Fa?q=%61%%37", "http://bad.example/~%2Fa?q=a%257"],
  ["URL", "tcp://bad.example:4444", "tcp://bad.example:4444"],
  ["URL", "stratum+tcp://pool.bad.example:3333", "stratum+tcp://pool.bad.example:3333"],
  ["URL", "socks5://198.51.100.7:1080", "socks5://198.51.100.7:1080"],
  ["URL_PATH", "bad.example/a/b.php?q=1#f", "bad.example/a/b.php?q=1#f"],
  ["URL_PATH", "BAD[.]example./A/../B", "bad.example/B"],
  ["URL_PATH", "bad\\.example/a", "bad.example/a"],
  ["URL_PATH", "//bad.example/a", "bad.example/a"],
  ["URL_PATH", "198.51.100.7/", "198.51.100.7/"],
  ["URL_PATH", "[2001:DB8::1]/a", "[2001:db8::1]/a"],
  ["URL_PATH", "bad.example:80/a", "bad.example:80/a"],
  ["URL_PATH", "bad.example[:]8080[/]a[.]php", "bad.example:8080/a.php"],
  ["URL_PATH", "пример.қаз/есеп", "xn--e1afmkfd.xn--80ao21a/%D0%B5%D1%81%D0%B5%D0%BF"],
  ["URL_PATH", "bad.example?q=1", "bad.example/?q=1"],
];

test.for(ACCEPTED)("F8 %s takes %j as %j", ([type, submitted, value]) => {
  expect(normalIndicator(type, submitted)).toEqual({ ok: true, value });
});

const REFUSED: readonly Refused[] = [
  ["URL", "example.kz/login", "NO_SCHEME", "URL_PATH"],
  ["URL", "example.kz:8080/login", "NO_SCHEME", "URL_PATH"],
  ["URL", "//example.kz/", "NO_SCHEME", "URL_PATH"],
  ["URL", "example.kz", "NO_SCHEME", "DOMAIN"],
  ["URL", "http:/example.kz/", "NO_HOST"],
  ["URL", "http:///example.kz/", "NO_HOST"],
  ["URL", "file:///etc/passwd", "NO_HOST"],
  ["URL", "file://localhost/etc/passwd", "NO_HOST"],
  ["URL", "mailto:a@example.kz", "NO_HOST", "EMAIL"],
  ["URL", "JavaScript:alert(1)", "NO_HOST"],
  ["URL", "javascript://example.kz/%0aalert(1)", "NO_HOST"],
  ["URL", "data:text/html,x", "NO_HOST"],
  ["URL", "http://example.kz/a b", "WHITE_SPACE"],
  ["URL", "java\nscript://a.kz", "CONTROL_CHARACTER"],
  ["URL", "http://example..kz/", "NOT_URL"],
  ["URL", "http://example.kz:99999/", "NOT_URL"],
  ["URL", "http://exa<mple.kz/", "NOT_URL"],
  ["URL", "http://example.kz,/", "NOT_URL"],
  ["URL", "ldap://a.kz\\@b.kz,/", "BACKSLASH"],
  ["EMAIL", "Name <a@example.kz>", "DISPLAY_NAME"],
  ["EMAIL", "a b@example.kz", "WHITE_SPACE"],
  ["EMAIL", "a..b@example.kz", "NOT_EMAIL"],
  ["EMAIL", ".a@example.kz", "NOT_EMAIL"],
  ["EMAIL", "a@b@example.kz", "NOT_EMAIL"],
  ["EMAIL", "@example.kz", "NOT_EMAIL"],
  ["EMAIL", "a@", "NOT_EMAIL"],
  ["EMAIL", '"a"@example.kz', "NOT_EMAIL"],
  ["EMAIL", "a@localhost", "SINGLE_LABEL"],
  ["EMAIL", "a@192.0.2.1", "IS_AN_ADDRESS"],
  ["EMAIL", "a@[192.0.2.1]", "NOT_DOMAIN"],
  ["EMAIL", "example.kz", "NOT_EMAIL", "DOMAIN"],
  ["URL", "http://good.example\\@bad.example/", "BACKSLASH"],
  ["URL", "http://bad.example\\a", "BACKSLASH"],
  ["URL", "http://bad.example\\.git/config", "BACKSLASH"],
  ["URL", "http:\\\\bad\\.example\\a", "BACKSLASH"],
  ["URL", "http://http://bad.example/a", "SCHEME_TWICE"],
  ["URL", "hxxp://hxxp://bad.example/a", "SCHEME_TWICE"],
  ["URL", "hxxps[:]//https[://]bad.example/a", "SCHEME_TWICE"],
  ["URL", "http://http//bad.example/a", "SCHEME_TWICE"],
  ["URL", "hxxp://hxxp[.]//bad.example/a", "SCHEME_TWICE"],
  ["URL", "http://198.51.100.x/", "ADDRESS_RANGE"],
  ["URL", "198.51.100.7:443", "NO_SCHEME", "HOST_PORT"],
  ["URL", "198.51.100.7", "NO_SCHEME", "IPV4"],
  ["URL", "10.0.0.0/8", "NO_SCHEME", "CIDR"],
  ["URL", "HKLM\\Software\\Bad", "NO_SCHEME", "REGISTRY_KEY"],
  ["URL", "C:\\Temp\\bad.exe", "NO_SCHEME", "FILE_PATH"],
  ["URL_PATH", "http://bad.example/a", "HAS_SCHEME", "URL"],
  ["URL_PATH", "hxxp://bad.example/a", "HAS_SCHEME", "URL"],
  ["URL_PATH", "bad.example", "NO_PATH", "DOMAIN"],
  ["URL_PATH", "bad.example:443", "NO_PATH", "HOST_PORT"],
  ["URL_PATH", "198.51.100.7", "NO_PATH", "IPV4"],
  ["URL_PATH", "10.0.0.0/8", "NOT_URL_PATH", "CIDR"],
  ["URL_PATH", "198.51.100.x/a", "ADDRESS_RANGE"],
  ["URL_PATH", "user@bad.example/a", "NOT_URL_PATH"],
  ["URL_PATH", "bad.example:99999/a", "BAD_PORT"],
  ["URL_PATH", "bad.example\\a", "BACKSLASH"],
  ["URL_PATH", "bad.example/a b", "WHITE_SPACE"],
  ["URL_PATH", "/a/b", "NOT_URL_PATH"],
  ["EMAIL", "bad.example/a", "NOT_EMAIL", "URL_PATH"],
];

test.for(REFUSED)("F8 %s refuses %j: %s", ([type, submitted, fault, suggests]) => {
  const judged = normalIndicator(type, submitted);
  expect(judged).toMatchObject({ ok: false, fault });
  expect(judged.ok || judged.suggests).toBe(suggests);
});

test("F8 a scheme in disguise is read where the disguise is published, and named where it is not", () => {
  const http = ["hxxp", "hXXp", "hxtp", "htxp", "h**p", "h[tt]p", "h[xx]p", "ht+tp", "meow", "HTTP"];
  for (const scheme of http) {
    const spelled = { ok: true, value: "http://bad.example/a" };
    expect([scheme, normalIndicator("URL", `${scheme}://bad.example/a`)]).toEqual([scheme, spelled]);
  }
  for (const scheme of ["hxxps", "hxtps", "h**ps", "http[s]", "meows"])
    expect(normalIndicator("URL", `${scheme}://bad.example/a`)).toEqual({ ok: true, value: "https://bad.example/a" });
  for (const scheme of ["fxp", "f*p", "ftp"])
    expect(normalIndicator("URL", `${scheme}://bad.example/a`)).toEqual({ ok: true, value: "ftp://bad.example/a" });
  for (const scheme of ["hxp", "hhtp", "htp", "xxxx", "hpps", "ttp"])
    expect(normalIndicator("URL", `${scheme}://bad.example/a`)).toEqual({
      ok: false,
      fault: "UNKNOWN_SCHEME",
      suggests: "OTHER",
      named: scheme,
    });
});

test("F8 a URL whose host has no dot is accepted, since intranets have such, and distinguished from one with a dot", () => {
  for (const href of ["http://bad/", "http://localhost:8080/x", "ldap://user@dc01", "http://bad?a.b"])
    expect([href, hasDotlessHost(href)]).toEqual([href, true]);
  for (const href of [
    "http://bad.example/",
    "http://198.51.100.7/",
    "http://[2001:db8::1]/",
    "http://a:b@bad.example/",
  ])
    expect([href, hasDotlessHost(href)]).toEqual([href, false]);
});
