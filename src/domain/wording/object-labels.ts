import type { ObjectKind, Sector } from "../parties.js";
import type { InEach } from "./wording.js";

/** What the order calls kinds of objects and sectors (R2.1, R2.2): Kazakh in its own words, Russian and English in our rendering. */

export const OBJECT_KIND_LABELS: Readonly<Record<ObjectKind, InEach>> = {
  E_GOVERNMENT: {
    kk: "«Электрондық үкіметтің» ақпараттандыру объектісі (ЭҮ АО)",
    ru: "Объект информатизации «электронного правительства» (ОИ ЭП)",
    en: "E-government informatization object",
  },
  CRITICAL_INFRASTRUCTURE: {
    kk: "Ақпараттық-коммуникациялық инфрақұрылымның аса маңызды объектісі (АКИАМО)",
    ru: "Критически важный объект информационно-коммуникационной инфраструктуры (КВОИКИ)",
    en: "Critical ICT infrastructure object",
  },
};

export const SECTOR_LABELS: Readonly<Record<Sector, InEach>> = {
  HEAT_SUPPLY: { kk: "Жылумен жабдықтау", ru: "Теплоснабжение", en: "Heat supply" },
  ELECTRICITY_SUPPLY: { kk: "Электрмен жабдықтау", ru: "Электроснабжение", en: "Electricity supply" },
  GAS_SUPPLY: { kk: "Газбен жабдықтау", ru: "Газоснабжение", en: "Gas supply" },
  WATER_SUPPLY: { kk: "Сумен жабдықтау", ru: "Водоснабжение", en: "Water supply" },
  INDUSTRY: { kk: "Өнеркәсіп", ru: "Промышленность", en: "Industry" },
  HEALTH_CARE: { kk: "Денсаулық сақтау", ru: "Здравоохранение", en: "Health care" },
  COMMUNICATIONS: { kk: "Байланыс", ru: "Связь", en: "Communications" },
  BANKING: { kk: "Банк саласы", ru: "Банковская сфера", en: "Banking" },
  TRANSPORT: { kk: "Көлік", ru: "Транспорт", en: "Transport" },
  HYDRAULIC_STRUCTURES: {
    kk: "Гидротехникалық құрылыстар",
    ru: "Гидротехнические сооружения",
    en: "Hydraulic structures",
  },
  LAW_ENFORCEMENT: {
    kk: "Құқық қорғау қызметі",
    ru: "Правоохранительная деятельность",
    en: "Law enforcement",
  },
  E_GOVERNMENT_INFRASTRUCTURE: {
    kk: "«Электрондық үкімет» инфрақұрылымы",
    ru: "Инфраструктура «электронного правительства»",
    en: "E-government infrastructure",
  },
  OTHER: { kk: "Өзге сала", ru: "Иная отрасль", en: "Another sector" },
};
