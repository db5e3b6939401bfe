import { countRu } from "../count.js";
import type { Deliveries } from "../en/deliveries.js";

export const deliveries: Deliveries = {
  title: "Доставки",
  shown: "Какие доставки показать",
  choices: { NOT_REACHED: "Владелец не знает", ALL: "Все" },
  columns: {
    about: "О чём",
    whom: "Кому",
    state: "Состояние",
    queuedAt: "Поставлено в очередь",
    act: "Что можно сделать",
  },
  attempts: (count) => countRu(count, "попытка", "попытки", "попыток"),
  attempt: (ordinal) => `Попытка ${ordinal}`,
  attemptUnknown: "исход неизвестен: шлюз тем временем остановился",
  attemptAccepted: "принято",
  attemptFailed: "не принято",
  phone: (number) => `Телефон владельца: ${number}`,
  socPhone: (soc, number) => `${soc} сообщает владельцу сам; его телефон: ${number}`,
  socTells: (soc) => `${soc} сообщает владельцу сам.`,
  retry: "Отправить ещё раз",
  retried: "Снова в очереди",
  emptyTitle: "Все владельцы знают",
  empty: "Здесь стоит то, что не дошло до владельца, и почему, пока он не узнает или обязанность не снимут.",
  emptyAllTitle: "Пока ничего не отправлялось",
  emptyAll: "Письма владельцам и контактам появляются здесь, когда инцидент называет объект или подходит срок.",
  next: "Более ранние",
  previous: "Более поздние",
};
