import type { Capacity, ObjectKind } from "../domain/parties.js";
import type { InEach, Locale } from "../domain/wording/wording.js";

/** What the printed card says beside the form's own labels. The title and the origin are annex 3's words in Kazakh. */
export const CARD_WORDS = {
  title: {
    kk: "Ақпараттық қауіпсіздік оқыс оқиғасының карточкасы",
    ru: "Карточка инцидента информационной безопасности",
    en: "Information-security incident card",
  },
  origin: {
    kk: "Нысан. Ақпараттық қауіпсіздікті қамтамасыз етудің жедел орталықтары мен Ақпараттық қауіпсіздікті ұлттық үйлестіру орталығы арасындағы ақпараттық қауіпсіздікті қамтамасыз ету үшін қажетті ақпарат алмасу қағидаларының 3-қосымшасы (2018 жылғы 19 наурыздағы №\u00a048/НҚ бұйрық, 2026 жылғы 14 қаңтардағы №\u00a017/НҚ бұйрықтың редакциясында)",
    ru: "Форма. Приложение 3 к Правилам обмена информацией, необходимой для обеспечения информационной безопасности, между оперативными центрами обеспечения информационной безопасности и Национальным координационным центром информационной безопасности (приказ от 19\u00a0марта 2018\u00a0года №\u00a048/НҚ в редакции приказа от 14\u00a0января 2026\u00a0года №\u00a017/НҚ)",
    en: "Form. Annex 3 to the Rules on the exchange of information needed for information security between operational information-security centres and the National Coordination Centre for Information Security (order No.\u00a048/НҚ of 19\u00a0March 2018, as amended by order No.\u00a017/НҚ of 14\u00a0January 2026)",
  },
  number: { kk: "Оқыс оқиғаның нөмірі", ru: "Номер инцидента", en: "Incident number" },
  revision: { kk: "Редакция", ru: "Редакция", en: "Revision" },
  soc: { kk: "АҚЖО", ru: "ОЦИБ", en: "SOC" },
  receivedAt: { kk: "Шлюз қабылдаған уақыт", ru: "Получено шлюзом", en: "Received by the gateway" },
  receipt: { kk: "Түбіртек", ru: "Квитанция", en: "Receipt" },
  submissionKey: { kk: "Жіберу кілті", ru: "Ключ отправки", en: "Submission key" },
  contentHash: { kk: "Мазмұн хеші (SHA-256)", ru: "Хеш содержания (SHA-256)", en: "Content hash (SHA-256)" },
  position: { kk: "Журналдағы орны", ru: "Место в журнале", en: "Position in the journal" },
  entryHash: { kk: "Журнал жазбасының хеші", ru: "Хеш записи в журнале", en: "Hash of the journal's entry" },
  noReceipt: {
    kk: "Түбіртек жоқ: карточка шлюзге басқа жолмен түскен.",
    ru: "Квитанции нет: карточка поступила не через шлюз.",
    en: "There is no receipt: the card did not come through the gateway.",
  },
  code: {
    kk: "QR коды: осы оқыс оқиға бойынша мәліметтің мекенжайы",
    ru: "QR-код: адрес сведений об этом инциденте",
    en: "QR code: the address of this incident's dossier",
  },
  attached: {
    kk: "Қосымша: жария ету индикаторлары",
    ru: "Приложение: индикаторы компрометации",
    en: "Attachment: indicators of compromise",
  },
  howAttached: {
    kk: "Саны — карточкадағы реті. Салыстырылатын түрі өзгеше болса, ол «→» белгісінен кейін тұр.",
    ru: "Число — место в карточке. После «→» стоит то, с чем индикатор сравнивается, если оно отличается.",
    en: "The number is the place in the card. What an indicator is compared as stands after “→” where it differs.",
  },
  place: { kk: "№", ru: "№", en: "No." },
  indicatorType: { kk: "Түрі", ru: "Вид", en: "Type" },
  submitted: { kk: "Жіберілген күйінде", ru: "Как отправлено", en: "As submitted" },
  normalForm: {
    kk: "Салыстырылатын түрі (өзгеше болса)",
    ru: "Сравнивается как (если отличается)",
    en: "Compared as (where it differs)",
  },
  object: { kk: "Объект", ru: "Объект", en: "Object" },
  objectKinds: { kk: "Объектінің түрі", ru: "Вид объекта", en: "Kind of object" },
  byRegister: { kk: "Тізілім:", ru: "По реестру:", en: "Register:" },
  owner: { kk: "Меншік иесі немесе иеленушісі", ru: "Собственник или владелец", en: "Owner or holder" },
} as const satisfies Readonly<Record<string, InEach>>;

export const KIND_WORDS: Readonly<Record<ObjectKind | "NEITHER" | "UNKNOWN", InEach>> = {
  E_GOVERNMENT: { kk: "ЭҮ АО", ru: "ОИ ЭП", en: "e-government" },
  CRITICAL_INFRASTRUCTURE: { kk: "АКИАМО", ru: "КВОИКИ", en: "critical" },
  NEITHER: { kk: "ЭҮ АО да, АКИАМО да емес", ru: "не ОИ ЭП и не КВОИКИ", en: "neither e-government nor critical" },
  UNKNOWN: { kk: "белгісіз", ru: "неизвестно", en: "not known" },
};

export const CAPACITY_WORDS: Readonly<Record<Capacity, InEach>> = {
  OWNER: { kk: "меншік иесі", ru: "собственник", en: "owner" },
  HOLDER: { kk: "иеленушісі", ru: "владелец", en: "holder" },
};

/** Whose word is whose in a table of objects; `at` is when the revision was received. */
export const REGISTERED_NOTE: Readonly<Record<Locale, (at: string) => string>> = {
  kk: (at) =>
    `«Тізілім:» сөзінен кейін карточканың өз мәліметі емес, шлюздің объектілер тізілімінің мәліметі тұр: түрі мен иесі — осы редакция қабылданған уақыттағы (${at}), атауы мен байланысы — қазіргі.`,
  ru: (at) =>
    `После слов «По реестру:» стоит не сказанное в карточке, а данные реестра объектов шлюза: вид и принадлежность — на время получения этой редакции (${at}), название и привязка — нынешние.`,
  en: (at) =>
    `What stands after “Register:” is not said by the card. It is what the gateway's register of objects has: kind and owner as of when this revision was received (${at}), name and link as they are now.`,
};

/** What stands in the form in place of `count` indicators that are attached to it. */
export const ATTACHED: Readonly<Record<Locale, (count: number) => string>> = {
  kk: (count) => `Саны: ${count}, қосымшада келтірілген`,
  ru: (count) => `Количество: ${count}, приведены в приложении`,
  en: (count) => `Number: ${count}, listed in the attachment`,
};

/** What stands where a cell holds nothing. */
export const NOTHING = "—";

/** The words of `table` in one language. */
export function wordsIn<Name extends string>(
  table: Readonly<Record<Name, InEach>>,
  locale: Locale,
): Readonly<Record<Name, string>> {
  return Object.fromEntries(Object.entries<InEach>(table).map(([name, each]) => [name, each[locale]])) as Record<
    Name,
    string
  >;
}
