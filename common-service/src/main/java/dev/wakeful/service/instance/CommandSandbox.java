package dev.wakeful.service.instance;

/**
 * In which sandbox this service runs commands of others, told with each sign of life (DEV-4). A service that runs none has no such bean.
 *
 * @param name {@code bubblewrap}, {@code container} or {@code none}, which is no fence at all
 */
public record CommandSandbox(String name) {}
