package org.entente.serve;

import java.util.Map;

/** The first page, for when no explorer answers. */
final class HomePage {
  private HomePage() {}

  static Reply reply(Exchange exchange) {
    Links links = exchange.links();
    return Reply.page(
            200,
            Pages.render(
                "home",
                Map.of(
                    "home", links.to(""),
                    "version", exchange.generation().version(),
                    "license", Links.LICENSE)))
        .cached(exchange.generation().modified(), DocumentRoutes.CACHE)
        .with("Link", "<" + links.to("void.ttl") + ">; rel=\"describedby\"; type=\"text/turtle\"")
        .with("Link", "<" + links.to("sparql") + ">; rel=\"service\"");
  }
}
