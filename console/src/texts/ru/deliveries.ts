import { countRu } from "../count.js";
import type { Deliveries } from "../en/deliveries.js";

export const deliveries: Deliveries = {
  title: "Доставки",
  shown: "Какие доставки показать",
  choices: { NOT_REACHED: "Не дошло до владельца", ALL: "Все" },
  columns: {
    about: "О чём",
    whom: "Кому",
    state: "Состояние",
    queuedAt: "Поставлено в очередь",
    act: "Что можно сделать",
  },
  attempts: (count) => countRu(count, "попытка", "попытки", "попыток"),
  attempt: (ordinal) => `Попытка ${ordinal}`,
  attemptUnknown: "исход неизвестен: шлюз в это время остановился",
  attemptAccepted: "принято",
  attemptFailed: "не принято",
  phone: (number) => `Телефон владельца: ${number}`,
  socPhone: (soc, number) => `Владельца уведомляет ${soc}, дежурный: ${number}`,
  socTells: (soc) => `Владельца уведомляет ${soc}.`,
  retry: "Отправить ещё раз",
  retried: "Снова в очереди",
  emptyTitle: "Все владельцы уведомлены",
  empty:
    "Здесь появляется то, что не дошло до владельца, с причиной, — пока его не уведомят или обязанность не снимут.",
  emptyAllTitle: "Пока ничего не отправлялось",
  emptyAll: "Письма владельцам и дежурным появляются здесь, когда сообщено об инциденте на объекте или подходит срок.",
  next: "Более ранние",
  previous: "Более поздние",
};
