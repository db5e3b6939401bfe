import type { IndicatorType } from "../indicator.js";
import type { InEach } from "./wording.js";

/** What the types of indicators are called (F8); the form has no words of its own for them. */
export const INDICATOR_TYPE_LABELS: Readonly<Record<IndicatorType, InEach>> = {
  IPV4: { kk: "IPv4 мекенжайы", ru: "Адрес IPv4", en: "IPv4 address" },
  IPV6: { kk: "IPv6 мекенжайы", ru: "Адрес IPv6", en: "IPv6 address" },
  CIDR: { kk: "IP-желі (CIDR)", ru: "IP-сеть (CIDR)", en: "IP network (CIDR)" },
  DOMAIN: { kk: "Домендік атау", ru: "Доменное имя", en: "Domain name" },
  URL: { kk: "URL", ru: "URL", en: "URL" },
  URL_PATH: {
    kk: "Схемасыз URL: торап пен жол",
    ru: "URL без схемы: узел и путь",
    en: "URL without a scheme: host and path",
  },
  HOST_PORT: { kk: "Торап пен порт", ru: "Узел и порт", en: "Host and port" },
  EMAIL: { kk: "Электрондық пошта мекенжайы", ru: "Адрес электронной почты", en: "E-mail address" },
  MD5: { kk: "Файлдың MD5 хеші", ru: "Хеш файла MD5", en: "MD5 hash of a file" },
  SHA1: { kk: "Файлдың SHA-1 хеші", ru: "Хеш файла SHA-1", en: "SHA-1 hash of a file" },
  SHA256: { kk: "Файлдың SHA-256 хеші", ru: "Хеш файла SHA-256", en: "SHA-256 hash of a file" },
  SHA512: { kk: "Файлдың SHA-512 хеші", ru: "Хеш файла SHA-512", en: "SHA-512 hash of a file" },
  IMPHASH: {
    kk: "Бағдарлама импорттарының хеші (imphash)",
    ru: "Хеш импорта программы (imphash)",
    en: "Hash of a program's imports (imphash)",
  },
  JA3: {
    kk: "TLS клиентінің таңбасы (JA3)",
    ru: "Отпечаток клиента TLS (JA3)",
    en: "Fingerprint of a TLS client (JA3)",
  },
  FILE_NAME: { kk: "Файл атауы", ru: "Имя файла", en: "File name" },
  FILE_PATH: { kk: "Файлдың немесе қалтаның жолы", ru: "Путь к файлу или папке", en: "Path of a file or folder" },
  REGISTRY_KEY: { kk: "Windows тізілімінің кілті", ru: "Ключ реестра Windows", en: "Windows registry key" },
  MUTEX: { kk: "Мьютекс", ru: "Мьютекс", en: "Mutex" },
  USER_AGENT: { kk: "User-Agent мәні", ru: "Значение User-Agent", en: "User-Agent" },
  WALLET: { kk: "Криптовалюта әмиянының мекенжайы", ru: "Адрес криптокошелька", en: "Cryptocurrency address" },
  ASN: {
    kk: "Автономды жүйенің нөмірі (ASN)",
    ru: "Номер автономной системы (ASN)",
    en: "Autonomous system number (ASN)",
  },
  CVE: { kk: "Осалдық идентификаторы (CVE)", ru: "Идентификатор уязвимости (CVE)", en: "Vulnerability id (CVE)" },
  OTHER: { kk: "Өзге индикатор", ru: "Иной индикатор", en: "Another indicator" },
};
