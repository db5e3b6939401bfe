import type { Locale } from "./wording.js";

/** What `npm run import -- --help` says; `kinds`: of documents. */
export const IMPORT_HELP: Readonly<Record<Locale, (kinds: string) => string>> = {
  en: (kinds) => `npm run import -- FILE [options]

Sends a table (.csv, .tsv, .txt, .xlsx, .xlsm) or documents (.xml, .json, .ndjson, .jsonl, a folder of them) to a gateway,
and writes what became of each row to FILE.results.csv. Safe to run again: what was accepted comes back as repeated.

  --mapping FILE     how the columns of a table become documents (docs/import.md)
  --dry-run          reads everything and says what it would do and what is wrong; with --url, the gateway judges each row
  --url URL          the gateway, such as https://gateway.example
  --token-file FILE  a file that holds the token; otherwise DABYL_TOKEN has it
  --skip-faulty      sends the rows that can be read although others cannot
  --language LANG    kk, ru or en: of all that is said here (that of LC_ALL, LC_MESSAGES or LANG)
  --kind KIND        of JSON that does not say it: ${kinds}
  --help

Ends with 0 where everything was accepted (or would be read), 2 where rows are faulty or were refused, 3 where it was
interrupted or the gateway is away (run it again), 1 where it cannot begin.`,

  ru: (kinds) => `npm run import -- FILE [параметры]

Отправляет в шлюз таблицу (.csv, .tsv, .txt, .xlsx, .xlsm) или документы (.xml, .json, .ndjson, .jsonl либо папку с ними)
и записывает в FILE.results.csv, что стало с каждой строкой. Можно запускать повторно: принятое вернётся как повтор.

  --mapping FILE     как столбцы таблицы становятся документами (docs/import.md)
  --dry-run          читает всё и сообщает, что было бы сделано и где ошибки; с --url каждую строку проверяет шлюз
  --url URL          адрес шлюза, например https://gateway.example
  --token-file FILE  файл с токеном; без него токен берётся из DABYL_TOKEN
  --skip-faulty      отправляет строки, которые удалось прочитать, даже если другие не удалось
  --language LANG    kk, ru или en: язык всех сообщений (иначе язык из LC_ALL, LC_MESSAGES или LANG)
  --kind KIND        вид документов в JSON, если он в них не указан: ${kinds}
  --help

Код завершения: 0, если всё принято (или всё удалось прочитать); 2, если есть строки с ошибками или отклонённые; 3, если
работа прервана или шлюз недоступен (запустите ещё раз); 1, если начать не удалось.`,

  kk: (kinds) => `npm run import -- FILE [параметрлер]

Кестені (.csv, .tsv, .txt, .xlsx, .xlsm) немесе құжаттарды (.xml, .json, .ndjson, .jsonl не солардың қалтасын) шлюзге
жіберіп, әр жолдың нәтижесін FILE.results.csv файлына жазады. Қайта іске қосуға болады: қабылданғаны қайталанған болып
оралады.

  --mapping FILE     кесте бағандарынан құжаттар қалай жасалатыны (docs/import.md)
  --dry-run          бәрін оқып, не істелетінін және қай жерде қате барын айтады; --url берілсе, әр жолды шлюз тексереді
  --url URL          шлюз мекенжайы, мысалы https://gateway.example
  --token-file FILE  токен жазылған файл; ол берілмесе, токен DABYL_TOKEN айнымалысынан алынады
  --skip-faulty      басқа жолдар оқылмаса да, оқылған жолдарды жібереді
  --language LANG    kk, ru немесе en: барлық хабардың тілі (әйтпесе LC_ALL, LC_MESSAGES не LANG айнымалысындағы тіл)
  --kind KIND        JSON ішінде көрсетілмеген құжат түрі: ${kinds}
  --help

Аяқталу коды: бәрі қабылданса (немесе оқылса) 0; қатесі бар не қабылданбаған жолдар болса 2; жұмыс үзілсе немесе шлюз
қолжетімсіз болса 3 (қайта іске қосыңыз); бастау мүмкін болмаса 1.`,
};
