# A server for other programs (`pincite serve`) with its models inside; at run time it calls nobody.
FROM python:3.11-slim-bookworm AS build
WORKDIR /build
COPY . .
RUN .ci/server-environment /opt/pincite

FROM python:3.11-slim-bookworm
COPY --from=build /opt/pincite /opt/pincite
# All that has to be kept lies in /data: index, documents, batches, keys, questions.
RUN useradd --create-home --uid 10001 pincite && install --directory --owner=pincite /data
ENV PATH=/opt/pincite/bin:$PATH \
    PINCITE_INDEX=/data/index \
    HF_HUB_OFFLINE=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8800
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8800/ready', timeout=4)"]
ENTRYPOINT ["pincite"]
CMD ["serve", "--host", "0.0.0.0", "--keys", "/data/keys.txt"]
