import type { Wall } from "../en/wall.js";
import { countKk } from "../count.js";

export const wall: Wall = {
  title: "Тақта",

  attention: {
    title: "Назар аударыңыз",
    ofColumn: (name) => `Ашық міндеттер: ${name}`,
    note: (shown, open) => `${open} ашық міндеттен ${shown}, қазірге жақыны жоғарыда`,
    all: "Назар аударатынын көрсету",
    more: (count) => `Тағы ${countKk(count, "міндет")} «Мерзімдер» бөлімінде`,
    emptyTitle: "Мерзімі өткен міндет жоқ, 15 минут ішінде де ештеңе аяқталмайды",
    empty: "Мерзімі жақындаған немесе өткен міндеттер осында шығады.",
    next: (what) => `Келесісі: ${what}`,
    emptyColumn: "Бұл уақытта бірде-бір мерзім аяқталмайды.",
    noneOpen: "Ашық міндет жоқ",
    noneOpenWhy: "Келесісі АҚЖО хабарлағанда немесе АҚҰҰО хабарлама жібергенде ашылады.",
    gone: "енді ашық емес",
    showNew: (count) => countKk(count, "жаңа міндет"),
  },
  notReached: {
    NO_ADDRESS: "мекенжайы жоқ: АҚЖО өзі хабарлайды",
    NO_MAIL_SERVER: "пошта сервері жоқ: АҚЖО өзі хабарлайды",
    GIVEN_UP: "хат жеткізілмеді: қоңырау шалу керек",
    QUEUED: "хат жіберіліп жатыр",
    NOT_YET: "хат қабылданбай жатыр: АҚЖО өзі қоңырау шалады",
    ACCEPTED: "сервер қабылдады",
    OBSOLETE: "енді қажет емес",
  },

  feed: {
    title: "Таспа",
    note: "барлық факт, ештеңе қалдырылмайды",
    showNew: (count) => `Оқып отырғаныңызда ${countKk(count, "жаңа факт")} түсті`,
    emptyTitle: "Әзірге жаңа факт жоқ",
    empty: "Хабарлар, карточкалар, жауаптар мен өткен мерзімдер түскен сайын осында шығады.",
    lapsed: (rule) => `Мерзім өтті: ${rule}`,
    dueSoon: (rule) => `Мерзім жақын: ${rule}`,
    reportedIn: (time) => `${time} ішінде хабарланды`,
    revision: (revision) => `${revision}-редакция`,
  },

  socs: {
    title: "АҚЖО",
    heard: (at) => `соңғы хабары ${at}`,
    notHeard: "әлі хабар түскен жоқ",
    overdue: (count) => `мерзімі өткені: ${count}`,
    soon: (count) => `мерзімі жақыны: ${count}`,
    running: (count) => `мерзімі жүріп жатқаны: ${count}`,
    only: (codes) => `АҚЖО: ${codes}`,
    all: "Барлық АҚЖО",
    showAll: "Барлық АҚЖО-ны көрсету",
    more: (count) => `Тағы ${count}`,
    fewer: "Жию",
  },

  acts: {
    take: "бақылауға алу",
    takeNumber: (number) => `${number} бақылауға алу`,
    release: (number) => `${number} бақылаудан шығару`,
    acknowledge: "Дабылды қабылдау",
    waive: "Міндеттен босату",
    waiveShort: "босату",
    waiveAsk:
      "Міндетті орындау енді талап етілмейді; осы уақытқа дейінгі кешігу сақталады. Бұл сіздің атыңызбен және негіздемеңізбен жазылады, кері қайтарылмайды.",
    waiveReason: "Негіздеме",
    waived: "Міндеттен босатылды.",
    open: "ашу",
    wallMode: "Монитор көрінісі",
    leaveWallMode: "Монитор көрінісінен шығу",
    part: (name) => `Өту: ${name}`,
  },
  taken: (name) => `бақылауда: ${name}`,

  alarm: {
    lapsed: (duty, number) => `Мерзім өтті: ${duty}, ${number}`,
    high: (number) => `4-деңгей, жоғары: ${number}`,
    waiting: (count) => `${countKk(count, "дабыл")} қабылданған жоқ`,
    silence: "Қабылдау",
    more: (count) => `тағы ${count}`,
    showAll: (count) => `Барлық дабылды көрсету: ${count}`,
    soundOff: "Дыбыс өшірулі: дабылды есту үшін оны жоғарыдан қосыңыз.",
    system: "Дабылды жұмыс үстелінде де көрсету",
    systemRefused: "Браузер бұл бетке дабылды жұмыс үстелінде көрсетуге рұқсат бермейді.",
    newFacts: (count) => countKk(count, "жаңа факт"),
  },
};
