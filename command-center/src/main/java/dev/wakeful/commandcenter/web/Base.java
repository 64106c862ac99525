package dev.wakeful.commandcenter.web;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The dashboard's address as the caller knows it; the front door has made sure that it names this machine. */
final class Base {

    private Base() {}

    static String ofRequest() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
