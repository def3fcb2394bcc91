FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node --import tsx bin/build.ts && npm prune --omit=dev --no-audit --no-fund

# One image for api, worker and the one-shot commands: docker-compose.yml says which.
FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
RUN install -d -o node -g node /var/lib/stagewright/files
USER node
EXPOSE 8080
CMD ["node", "--enable-source-maps", "dist/programs/api.js"]
