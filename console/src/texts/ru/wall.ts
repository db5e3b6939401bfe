import type { Wall } from "../en/wall.js";
import { countRu } from "../count.js";

export const wall: Wall = {
  title: "Табло",

  attention: {
    title: "Требуют внимания",
    ofColumn: (name) => `Открытые обязанности: ${name}`,
    note: (shown, open) => `${shown} из ${open} открытых, ближайшие к «сейчас» сверху`,
    all: "Показать то, что требует внимания",
    more: (count) => `Ещё ${countRu(count, "обязанность", "обязанности", "обязанностей")} — в разделе «Сроки»`,
    emptyTitle: "Просроченного нет, и в ближайшие 15 минут ничего не истекает",
    empty: "Здесь появляются обязанности, срок которых близок или истёк.",
    next: (what) => `Ближайшая: ${what}`,
    emptyColumn: "В это время не истекает ни один срок.",
    noneOpen: "Открытых обязанностей нет",
    noneOpenWhy: "Новые появятся с сообщением ОЦИБ или уведомлением НКЦИБ.",
    gone: "больше не открыта",
    showNew: (count) => countRu(count, "новая", "новые", "новых"),
  },
  notReached: {
    NO_ADDRESS: "адреса нет: уведомляет ОЦИБ",
    NO_MAIL_SERVER: "почтового сервера нет: уведомляет ОЦИБ",
    GIVEN_UP: "письмо не доставлено: нужно звонить",
    QUEUED: "письмо отправляется",
    NOT_YET: "письмо не принимают: ОЦИБ звонит сам",
    ACCEPTED: "принято сервером",
    OBSOLETE: "больше не нужно",
  },

  feed: {
    title: "Лента",
    note: "все записи, без пропусков",
    showNew: (count) => `${countRu(count, "новая", "новые", "новых")}, пока вы читали`,
    emptyTitle: "Новых записей пока нет",
    empty: "Здесь по мере поступления появляются сообщения, карточки, ответы и истёкшие сроки.",
    lapsed: (rule) => `Срок истёк: ${rule}`,
    dueSoon: (rule) => `Срок истекает: ${rule}`,
    reportedIn: (time) => `за ${time}`,
    revision: (revision) => `редакция ${revision}`,
  },

  socs: {
    title: "ОЦИБ",
    heard: (at) => `последнее сообщение ${at}`,
    notHeard: "сообщений ещё не было",
    overdue: (count) => `просрочено: ${count}`,
    soon: (count) => `срок близко: ${count}`,
    running: (count) => `срок идёт: ${count}`,
    only: (codes) => `ОЦИБ: ${codes}`,
    all: "Все ОЦИБ",
    showAll: "Показать все ОЦИБ",
    more: (count) => `Ещё ${count}`,
    fewer: "Свернуть",
  },

  acts: {
    take: "на контроль",
    takeNumber: (number) => `Взять ${number} на контроль`,
    release: (number) => `Снять ${number} с контроля`,
    acknowledge: "Принять тревогу",
    waive: "Снять обязанность",
    waiveShort: "снять обязанность",
    waiveAsk:
      "Выполнять её больше не нужно; уже допущенная просрочка остаётся. Решение записывается с вашим именем и основанием, отменить его нельзя.",
    waiveReason: "Основание",
    waived: "Обязанность снята.",
    open: "досье",
    wallMode: "Вид для монитора",
    leaveWallMode: "Выйти из вида для монитора",
    part: (name) => `Перейти: ${name}`,
  },
  taken: (name) => `на контроле: ${name}`,

  alarm: {
    lapsed: (duty, number) => `Срок истёк: ${duty}, ${number}`,
    high: (number) => `Уровень 4, высокий: ${number}`,
    waiting: (count) => countRu(count, "тревога не принята", "тревоги не приняты", "тревог не принято"),
    silence: "Принять",
    more: (count) => `и ещё ${count}`,
    showAll: (count) => `Показать все тревоги: ${count}`,
    soundOff: "Звук выключен: чтобы слышать тревоги, включите его вверху.",
    system: "Показывать тревоги и на рабочем столе",
    systemRefused: "Браузер не разрешает этой странице показывать тревоги на рабочем столе.",
    newFacts: (count) => countRu(count, "новая запись", "новые записи", "новых записей"),
  },
};
