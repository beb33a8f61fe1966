# Ringside in a container. docs/operations.md, "In a container", says how to use it.
# Built in an image that can compile the three native modules where no prebuilt one fits.
FROM node:20-bookworm AS build
WORKDIR /app
# npm 11 runs only the install scripts that package.json allows; npm 10 would download Prisma's engines.
RUN npm install --global npm@11
COPY package.json package-lock.json ./
COPY prisma ./prisma
# Its last step writes Prisma's client into src, where the copy below leaves it.
RUN npm ci --omit=dev && npm cache clean --force
COPY tsconfig.json ./
COPY src ./src
COPY playbooks ./playbooks
COPY prompts ./prompts

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    DATA_DIR=/app/data \
    HTTP_HOST=0.0.0.0 \
    NPM_CONFIG_CACHE=/tmp/npm \
    NPM_CONFIG_UPDATE_NOTIFIER=false
WORKDIR /app
COPY --from=build --chown=root:root /app ./
# Code belongs to root, data to the user it runs as.
RUN mkdir data && chown node:node data && chmod 700 data
USER node
VOLUME /app/data
EXPOSE 3001
# Alive is enough: what is broken outside (a platform, a CRM) is not mended by a restart. /readyz tells it to monitors.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT || 3001}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself and not npm, which would keep SIGTERM from it.
CMD ["node", "--import", "tsx", "src/cli.ts", "start"]
