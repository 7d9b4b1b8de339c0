# The host, with the Channel crossings story. Conversations are kept in the volume /data.
#   docker build -t channelbot . && docker run -p 8080:8080 -v channelbot:/data channelbot
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The page is built with npm, the program linked by gcc.
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm gcc libc6-dev zlib1g-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/ChannelBot.Host -c Release -o /host && mkdir /data

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
WORKDIR /host
COPY --from=build /host .
COPY --from=build --chown=app:app /data /data
USER app
ENV ASPNETCORE_HTTP_PORTS=8080 Storage__Path=/data/channelbot.db
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./ChannelBot.Host"]
